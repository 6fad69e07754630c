"""Publishing: what the build makes of pages and assets."""
