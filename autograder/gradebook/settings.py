"""The settings that plug the judge into nbgrader; light, for nbgrader reads them at every start."""

from typing import Any

_HERE = "autograder.gradebook.plugin"


def grade_with_judge(config: Any) -> None:
    """Let `nbgrader autograde` and formgrader's button grade through the judge.

    For nbgrader_config.py of any course:

        from autograder.gradebook.settings import grade_with_judge
        grade_with_judge(c)

    Args:
        config: nbgrader's configuration, `c`.
    """
    config.GenerateFeedback.exporter_class = "autograder.feedback.exporter.FeedbackPage"
    config.Autograde.exporter_class = f"{_HERE}.SafeReader"
    config.Autograde.pre_convert_hook = f"{_HERE}.remove_links"
    config.Autograde.autograde_preprocessors = [
        f"{_HERE}.ExecuteByJudge",
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        f"{_HERE}.KeepOpen",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
