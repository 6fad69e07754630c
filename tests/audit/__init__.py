"""Detectors: each reads a page, a folder or a PDF and returns the faults it finds, as sentences; none means clean.

The tests in tests/site/test_planted_*.py plant one fault of each kind and see it caught. Those of the real site then
expect nothing.
"""
