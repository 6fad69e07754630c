"""Readers of films and captions, strict and independent of what makes them."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

TIME = r"(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})"
TIMING = re.compile(rf"{TIME} --> {TIME}")
# EBML, Segment, Info, Tracks, TrackEntry, Video.
MASTERS = (b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67", b"\x15\x49\xa9\x66", b"\x16\x54\xae\x6b", b"\xae", b"\xe0")
CONTAINERS = (b"moov", b"trak", b"mdia", b"minf", b"stbl")


@dataclass(frozen=True)
class ReadCue:
    """A cue of a WebVTT file, in milliseconds, with its lines."""

    begin: int
    end: int
    lines: tuple[str, ...]


def read_vtt(text: str) -> list[ReadCue]:
    """Return the cues of a WebVTT file that has nothing but cues. Raises AssertionError for any other."""
    head, *blocks = text.rstrip("\n").split("\n\n")
    assert head == "WEBVTT" and text.endswith("\n") and "\r" not in text
    cues = []
    for block in blocks:
        timing, *lines = block.split("\n")
        match = TIMING.fullmatch(timing)
        assert match and lines and all(line.strip() == line != "" for line in lines), block
        assert "-->" not in "".join(lines) and not re.search(r"<|&(?!amp;|lt;|gt;)", "".join(lines)), block
        hour, minute, second, rest, *end = map(int, match.groups())
        begin = ((hour * 60 + minute) * 60 + second) * 1000 + rest
        until = ((end[0] * 60 + end[1]) * 60 + end[2]) * 1000 + end[3]
        assert begin < until, block
        cues.append(ReadCue(begin, until, tuple(lines)))
    return cues


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each box of an MP4 file, those within others behind them (ISO 14496-12, 4.2)."""
    at = 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        assert size >= 8 and at + size <= len(data)
        content = data[at + 8 : at + size]
        yield name, content
        if name in CONTAINERS:
            yield from boxes(content)
        at += size


@dataclass(frozen=True)
class ReadFilm:
    """What a film's file says of it."""

    codec: str
    seconds: float
    size: tuple[int, int]


def read_mp4(data: bytes) -> ReadFilm:
    """Return what the boxes of an MP4 file with one track, of version 0, say."""
    found = dict(boxes(data))
    scale, length = struct.unpack_from(">II", found[b"mvhd"], 12)
    sample = found[b"stsd"][8:]
    width, height = struct.unpack_from(">HH", sample, 32)
    config = sample[sample.index(b"avcC") + 4 :]
    return ReadFilm(f"{sample[4:8].decode()}.{config[1:4].hex()}", length / scale, (width, height))


def read_webm(data: bytes) -> ReadFilm:
    """Return what the elements of a WebM file with one track say (RFC 8794, RFC 9559)."""
    found: dict[bytes, bytes] = {}
    for name, content in _elements(data):
        found.setdefault(name, content)
    assert found[b"\x42\x82"] == b"webm"
    scale = int.from_bytes(found[b"\x2a\xd7\xb1"], "big")
    (length,) = struct.unpack(">d", found[b"\x44\x89"])
    width, height = (int.from_bytes(found[one], "big") for one in (b"\xb0", b"\xba"))
    return ReadFilm(found[b"\x86"].decode(), length * scale / 1e9, (width, height))


def _elements(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each element, those within others behind them."""
    at = 0
    while at < len(data):
        length = 9 - data[at].bit_length()
        name = data[at : at + length]
        at += length
        length = 9 - data[at].bit_length()
        size = int.from_bytes(data[at : at + length], "big") & ((1 << 7 * length) - 1)
        at += length
        yield name, data[at : at + size]
        if name in MASTERS:
            yield from _elements(data[at : at + size])
        at += size
