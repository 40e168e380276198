"""Chapters executed ahead of being read, as many at a time as there are cores, four at most.

Sphinx reads one page after the other and MyST-NB executes a page when it is read; what stands in
its cache it does not execute. So the cache is filled first. A chapter that fails is left out: it
is executed again when it is read, and what is wrong with it is said there.

MyST-NB shows what the cache holds, but the notebook that it writes for download has no outputs
then: they are put in once the page is read.
"""

import os
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from pathlib import Path

import nbformat
from docutils import nodes
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from jupyter_core.utils import ensure_event_loop
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

LOG = logging.getLogger(__name__)
AT_ONCE = min(4, os.cpu_count() or 1)


def execute_ahead(app: Sphinx, env: BuildEnvironment, names: list[str]) -> None:
    """Execute what is about to be read and is not in the cache, and put it there.

    Args:
        app: the application.
        env: its environment, with MyST-NB's settings.
        names: the pages about to be read.
    """
    settings = env.mystnb_config  # type: ignore[attr-defined]
    if settings.execution_mode != "cache":
        return
    cache = get_cache(settings.execution_cache_path or ".jupyter_cache")
    paths = [Path(env.doc2path(name)) for name in names]
    found = {path: nb for path in paths if (nb := _notebook(path)) and not _is_held(cache, nb)}
    # Each notebook is a process of its own, for which its thread only waits.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        begun = {
            pool.submit(_execute, path, notebook, settings.execution_timeout): path
            for path, notebook in found.items()
        }
        for done, future in enumerate(as_completed(begun), 1):
            path, result = begun[future], future.result()
            if result.err is None:
                data = {"execution_seconds": result.time}
                bundle = CacheBundleIn(result.nb, str(path), data=data)
                cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
            page = path.relative_to(app.srcdir).with_suffix("").as_posix()
            LOG.info("executed %d of %d: %s, %.0f s", done, len(found), page, result.time)


def _notebook(path: Path) -> NotebookNode | None:
    """Return what a page written as a notebook in Markdown holds; None for another page."""
    text = path.read_text(encoding="utf-8") if path.suffix == ".md" else ""
    if not is_myst_markdown_notebook(text):
        return None
    return read_myst_markdown_notebook(text, path=path)


def _is_held(cache: JupyterCacheAbstract, notebook: NotebookNode) -> bool:
    try:
        cache.match_cache_notebook(notebook)
    except KeyError:
        return False
    return True


def _execute(path: Path, notebook: NotebookNode, timeout_s: int) -> ExecutionResult:
    try:
        # What a cell prints may come in pieces; MyST-NB would begin a line with each.
        return single_nb_execution(
            notebook,
            cwd=str(path.parent),
            timeout=timeout_s,
            allow_errors=False,
            coalesce_streams=True,
        )
    finally:
        # Jupyter makes one for each thread and closes none.
        ensure_event_loop().close()


def complete_download(app: Sphinx, _: nodes.document) -> None:
    """Put the outputs that the cache holds into the notebook written for the page just read."""
    settings = app.env.mystnb_config  # type: ignore[attr-defined]
    path = Path(settings.output_folder, f"{app.env.docname}.ipynb")
    if settings.execution_mode != "cache" or not path.exists():
        return
    cache = get_cache(settings.execution_cache_path or ".jupyter_cache")
    with suppress(KeyError):
        _, executed = cache.merge_match_into_notebook(nbformat.read(path, nbformat.NO_CONVERT))
        nbformat.write(executed, path)


def setup(app: Sphinx) -> None:
    """Execute when it is known which pages are to be read; complete each when it has been."""
    app.connect("env-before-read-docs", execute_ahead)
    app.connect("doctree-read", complete_download)
