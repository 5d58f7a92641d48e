"""What is asked about each subject, in which order. Each function looks at every answer it needs; docassemble asks for the first that is missing.

In Python and not as blocks of the interview: docassemble searches all blocks again, for every answer, for each block it has to run.
"""


def look_at(*_answers: object) -> None:
    """Nothing: reading an answer that is missing is what makes docassemble ask for it."""
