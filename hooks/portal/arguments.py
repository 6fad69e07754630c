"""Arguments of the command line: each function accepts a text and returns its value, or says what is wrong with it."""

import argparse
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit


def existing_file(text: str) -> Path:
    """Return the whole path of a file that is there. Each of these raises ArgumentTypeError, which argparse reports."""
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"{text} is not a file")
    return Path(text).resolve()


def existing_folder(text: str) -> Path:
    """Return the whole path of a folder that is there."""
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return Path(text).resolve()


def seconds(text: str) -> float:
    """Return a number of seconds between 0 and an hour."""
    number = float(text)  # argparse tells of the ValueError
    if not 0 < number < 3600:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds between 0 and an hour")
    return number


def address(text: str) -> str:
    """Accept a full address, or only its path. What looks like neither would be read as a path that no page has."""
    with suppress(ValueError):
        parts = urlsplit(text)
        if text.startswith("/") or (parts.scheme in ("http", "https") and parts.netloc):
            return text
    raise argparse.ArgumentTypeError(f"{text} is not an address: write https://host/ or /path/")
