"""Files that the library itself does not open."""

from __future__ import annotations

import os

from ._errors import IoError


def read(path: str | os.PathLike[str]) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise IoError(f"cannot read {os.fspath(path)}: {error.strerror}") from error
