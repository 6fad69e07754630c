"""Markdown as Python-Markdown reads it: code, links, headings, lists, each with its location."""
