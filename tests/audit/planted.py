"""A page without any fault, for tests to plant one in."""

CLEAN = """\
<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>A page</title>
    <link rel="stylesheet" href="page.css">
    HEAD
  </head>
  <body>
    <nav aria-label="Pages"><a href="#content">To the content</a></nav>
    <main>
      <article id="content">
        <h1>A page</h1>
        <p>A sentence that stands on the page.</p>
        FAULT
      </article>
    </main>
  </body>
</html>
"""
CSS = """\
html { color: #222; background: #fff; font: 1rem/1.5 sans-serif; }
a { display: inline-block; padding: .25rem; }
@media print { nav, button, .skip { display: none; } }
"""
