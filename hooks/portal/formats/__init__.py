"""Formats: one file format each, with places. They know nothing of the portal."""
