"""A small description of how a site is served, for tests."""

SERVING = """\
headers: {X-One: "1", Cache-Control: no-cache}
files:
  - {match: 'assets/.+\\.[0-9a-f]{8}\\..+', headers: {Cache-Control: immutable}}
  - {match: '(?:.+/)?feed\\.xml', type: application/atom+xml}
types: {html: text/html; charset=utf-8, css: text/css}
redirects:
  - {from: /, mode: user, to: /user/}
  - {from: /old, mode: user, to: /user/}
  - {from: /old, to: /admin/}
"""
