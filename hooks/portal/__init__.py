"""The rules of the portal: pure Python that imports nothing of MkDocs and runs on any built site."""
