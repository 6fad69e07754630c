"""The checklist as page, PDF and JSON."""
