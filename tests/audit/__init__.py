"""Detectors: each reads a page, a folder or a PDF and returns the faults it finds, as sentences; none means clean.

tests/site/test_planted_faults.py plants one fault of each kind and sees it caught. The tests of the real site then
expect nothing.
"""
