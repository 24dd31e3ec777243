"""What cleaning and extraction say of pages: in the process of the tests, and in one that runs the compiled modules."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from shanqu.clean import article as cleaning
from shanqu.clean import clean
from shanqu.extract import extract, run
from shanqu.ingest import read


def answers(files: Iterable[Path]) -> list[object]:
    """Everything that is found on the pages, in the form that JSON keeps."""
    articles = [clean(page) for file in files for page in read(file)]
    said = [(article._replace(page=None), extract(article)) for article in articles]  # type: ignore[arg-type]
    return list(json.loads(json.dumps(said)))


if __name__ == "__main__":
    found = answers(map(Path, sys.argv[1:]))
    print(json.dumps({"modules": [cleaning.__file__, run.__file__], "answers": found}))
