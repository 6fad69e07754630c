"""The film of the short guide: its frames as pages for a browser, and what is made from them."""
