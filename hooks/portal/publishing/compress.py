"""Compression: gzip and Brotli copies of text files, so that servers need not compress while readers wait."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from posixpath import splitext

import brotli

from portal.site.site import Site

TEXT = frozenset(
    (".html", ".css", ".js", ".mjs", ".json", ".map", ".webmanifest", ".xml", ".txt", ".md", ".svg", ".vtt")
)
SMALLEST = 1024  # bytes; smaller replies fit into one packet anyway (Ethernet: 1,500 bytes with headers)
GZIP_LEVEL = 9  # the highest
UNKNOWN_SYSTEM = 255  # RFC 1952, 2.3.1: the byte OS, which Python 3.11 fills in another way than 3.13
BROTLI_QUALITY = 10  # on our pages: 1.5 % more bytes than 11 in 40 % of its time; 9 is slower and 11 % larger


def compress(site: Site) -> int:
    """Write ``.gz`` and ``.br`` copies of each text file of at least 1,024 bytes; return the number of files.

    The output is reproducible. Raises OSError if a copy can't be written.
    """
    files = [path for path in sorted(site.files) if splitext(path)[1] in TEXT]
    files = [path for path in files if len(site.read_bytes(path)) >= SMALLEST]
    with ThreadPoolExecutor() as workers:  # both compressors release the GIL
        list(workers.map(partial(_compress, site), files))
    return len(files)


def _compress(site: Site, path: str) -> None:
    content = site.read_bytes(path)
    packed = bytearray(gzip.compress(content, GZIP_LEVEL, mtime=0))
    packed[9] = UNKNOWN_SYSTEM
    site.write(f"{path}.gz", bytes(packed))
    site.write(f"{path}.br", brotli.compress(content, brotli.MODE_TEXT, BROTLI_QUALITY))
