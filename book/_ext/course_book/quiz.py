"""The `quiz` directive: questions with a reason behind every option, without any script.

    ```{quiz}
    :name: quiz-perceptron
    - question: 'What does $z = 0$ mean?'
      options:
        - text: 'The input lies on the decision line.'
          correct: true
          reason: '…'
        - text: 'The weights are zero.'
          reason: '…'
    ```

Each option is a `<details>`: opening it shows its verdict in a word and its reason.
"""

from typing import Any, ClassVar

import yaml
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


def read_questions(text: str) -> list[dict[str, Any]]:
    """Return the questions of a quiz's body.

    Raises:
        ValueError: says which rule the body breaks, and where.
    """
    try:
        questions = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(f"the body is not YAML: {error}") from error
    if not isinstance(questions, list) or not questions:
        raise ValueError("expected a list of questions")
    for number, question in enumerate(questions, 1):
        _check(number, question)
    return questions


def _check(number: int, question: Any) -> None:
    where = f"question {number}"
    if not isinstance(question, dict) or set(question) != {"question", "options"}:
        raise ValueError(f"{where}: expected the keys question and options")
    options = question["options"]
    if not isinstance(options, list) or len(options) < 2:
        raise ValueError(f"{where}: expected at least two options")
    for index, option in enumerate(options, 1):
        if not isinstance(option, dict) or not {"text", "reason"} <= set(option):
            raise ValueError(f"{where}, option {index}: expected the keys text and reason")
        if set(option) - {"text", "reason", "correct"}:
            raise ValueError(f"{where}, option {index}: unknown key in {sorted(option)}")
    right = sum(option.get("correct") is True for option in options)
    if right != 1:
        raise ValueError(f"{where}: expected one option with `correct: true`, found {right}")


def html(text: str) -> nodes.raw:
    """Return a node of raw HTML."""
    return nodes.raw("", text, format="html")


class Quiz(SphinxDirective):
    """See the module."""

    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        try:
            questions = read_questions("\n".join(self.content))
        except ValueError as error:
            raise self.error(f"quiz: {error}") from error
        quiz = nodes.container(classes=["quiz"])
        self.add_name(quiz)
        for number, question in enumerate(questions, 1):
            quiz += self._question(number, question)
        return [quiz]

    def _question(self, number: int, question: dict[str, Any]) -> nodes.Node:
        label = nodes.make_id(f"quiz-{self.env.new_serialno('quiz')}-question")
        box = nodes.container(classes=["quiz-question"])
        box += html(f'<div role="group" aria-labelledby="{label}"><div id="{label}">')
        asked = nodes.container(classes=["quiz-asked"])
        asked += html(f'<span class="quiz-number">Question {number}</span>')
        asked += self._parse(question["question"])
        box += asked
        box += html("</div>")
        for letter, option in zip("ABCDEFGH", question["options"], strict=False):
            box += self._option(letter, option)
        box += html("</div>")
        return box

    def _option(self, letter: str, option: dict[str, Any]) -> list[nodes.Node]:
        right = option.get("correct") is True
        verdict, kind = ("Correct", "right") if right else ("Not quite", "wrong")
        reason = nodes.container(classes=["quiz-reason", f"quiz-{kind}"])
        reason += html(f'<p class="quiz-verdict"><strong>{verdict}.</strong></p>')
        reason += self._parse(option["reason"])
        text = self._parse(option["text"])
        if len(text) == 1 and isinstance(text[0], nodes.paragraph):
            text = text[0].children
        return [
            html(
                '<details class="quiz-option"><summary>'
                f'<span class="quiz-letter">{letter}</span> <span class="quiz-text">'
            ),
            nodes.inline("", "", *text),
            html("</span></summary>"),
            reason,
            html("</details>"),
        ]

    def _parse(self, text: str) -> list[nodes.Node]:
        holder = nodes.Element()
        lines = str(text).strip().splitlines()
        source, _ = self.get_source_info()
        content = type(self.content)(lines, source=source)
        self.state.nested_parse(content, self.content_offset, holder)
        return holder.children


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("quiz", Quiz)
