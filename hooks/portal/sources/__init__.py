"""Sources: what editors write, read once, with locations."""
