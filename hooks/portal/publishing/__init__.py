"""Publishing: turns pages and assets into what is published."""
