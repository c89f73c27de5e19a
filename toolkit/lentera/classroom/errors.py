"""The one error of hub and grading: what happened, where, and what to do next."""


class ClassroomError(Exception):
    """Report work that could not be done, in sentences a trainer or learner can act on.

    Parameters
    ----------
    what : str
        What happened and where, as one sentence in the reader's language.
    next_step : str
        What to do now, as one sentence; empty when there is nothing to do.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(f"{what} {next_step}".strip())
        self.what = what
        self.next_step = next_step

    def sentences(self) -> list[str]:
        """Return the sentences to show, in order."""
        return [sentence for sentence in (self.what, self.next_step) if sentence]

    def to_json(self) -> dict[str, str]:
        """Return the error for a program that reads it."""
        return {"error": self.what, "next": self.next_step}
