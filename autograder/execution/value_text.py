"""The text of a cell's value, as Jupyter shows it: plain, and no more of it than is looked at."""

import io
from typing import Any

MAX_SHOWN = 2_000
_UNSAYABLE = "(this value has no text: its own code fails at it)"


class _Enough(BaseException):
    """The text is as long as anybody will look at."""


class _Start(io.StringIO):
    """Takes the first MAX_SHOWN characters, then ends what writes them."""

    def write(self, text: str) -> int:
        super().write(text)
        if self.tell() > MAX_SHOWN:
            raise _Enough
        return len(text)


def hook() -> Any:
    """Return the class of what IPython gives a cell's value: it keeps the text."""
    from IPython.core.displayhook import DisplayHook
    from IPython.lib.pretty import RepresentationPrinter

    class Hook(DisplayHook):
        text = ""

        def said(self, source: str) -> str:
            """Return the text of the value of a cell, "" without one."""
            return "" if self.text and is_quiet(source) else self.text

        def write_output_prompt(self) -> None:
            """Print nothing: this is no terminal."""

        def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
            """Keep the text."""
            self.text = format_dict["text/plain"]

        def compute_format_data(self, result: Any) -> Any:
            """Return the plain text and no other form; a list of a million takes seconds whole."""
            shell: Any = self.shell
            known = shell.display_formatter.formatters["text/plain"]
            out = _Start()
            printer: Any = RepresentationPrinter(  # type: ignore[no-untyped-call]
                out,
                known.verbose,
                known.max_width,
                known.newline,
                max_seq_length=known.max_seq_length,
                singleton_pprinters=known.singleton_printers,
                type_pprinters=known.type_printers,
                deferred_pprinters=known.deferred_printers,
            )
            try:
                printer.pretty(result)
                printer.flush()
            except _Enough:
                pass
            except Exception:
                return {"text/plain": _UNSAYABLE}, {}
            return {"text/plain": out.getvalue()[:MAX_SHOWN]}, {}

    return Hook


def plain(value: object, source: str) -> str:
    """Return the text of a cell's value where there is no IPython."""
    return "" if value is None or is_quiet(source) else repr(value)[:MAX_SHOWN]


def is_quiet(source: str) -> bool:
    """Whether a cell says by a semicolon at its end that nobody is to see its value."""
    last = source.rstrip().rpartition("\n")[2]
    return last.partition("#")[0].rstrip().endswith(";")
