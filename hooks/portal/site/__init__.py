"""A built site as browsers get it, and the way back to its sources."""
