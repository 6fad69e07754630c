"""Checks: one file for each family of rules, and the table that lists them all."""
