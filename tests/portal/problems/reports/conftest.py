"""Shared by the tests of reports: the official SARIF schema."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator


@pytest.fixture(scope="session")
def sarif() -> Draft4Validator:
    """A validator for SARIF documents."""
    return Draft4Validator(json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8")))
