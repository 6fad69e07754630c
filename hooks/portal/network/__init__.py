"""Network: whether addresses elsewhere answer. Nothing here runs in an ordinary build."""
