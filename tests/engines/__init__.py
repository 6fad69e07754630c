"""What readers do, in Chromium, Firefox and WebKit: one description of each journey, driven by W3C WebDriver."""
