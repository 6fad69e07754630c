"""The commands by which ffmpeg makes a film from its frames: still pictures, each fading calmly into the next."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

RATE = 15  # frames a second: only the fades move
FADE = 0.6  # seconds; WCAG 2.2, 2.3.1: nothing flashes
# What players need: H.264 in the High profile, 4:2:0, the index before the pictures (faststart); VP9 for those without.
# One thread, and nothing of the machine or the day in the file: the same frames give the same bytes.
_SAME = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-threads", "1")
CODECS = {
    "mp4": (
        *("-c:v", "libx264", "-profile:v", "high", "-level", "3.1", "-preset", "slow", "-tune", "stillimage"),
        *("-crf", "25", "-g", "150", "-movflags", "+faststart"),
    ),
    "webm": (
        *("-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "38", "-deadline", "good", "-cpu-used", "3", "-row-mt", "0"),
        *("-g", "150", "-auto-alt-ref", "1", "-lag-in-frames", "25"),
    ),
}


def film_commands(ffmpeg: str, pictures: Sequence[tuple[Path, float]], target: Path) -> Iterator[list[str]]:
    """Yield a command for each format of a film: ``pictures`` with their seconds, to ``target`` with another ending."""
    inputs = list[str]()
    last = len(pictures) - 1
    for index, (path, seconds) in enumerate(pictures):
        shown = seconds + (FADE if index < last else 0)  # a fade begins when the picture's time is over
        inputs += ["-loop", "1", "-framerate", str(RATE), "-t", f"{shown:g}", "-i", str(path)]
    for ending, codec in CODECS.items():
        graph = ["-filter_complex", _fades(pictures), "-map", "[film]", "-an"]
        yield [ffmpeg, "-v", "error", "-y", *inputs, *graph, *codec, *_SAME, str(target.with_suffix(f".{ending}"))]


def _fades(pictures: Sequence[tuple[Path, float]]) -> str:
    """Return the graph of filters in which each picture fades into the next (ffmpeg-filters, xfade)."""
    steps, begin = list[str](), 0.0
    names = ["0", *(f"f{index}" for index in range(1, len(pictures)))]
    for index, (before, here) in enumerate(pairwise(names), start=1):
        begin += pictures[index - 1][1]
        steps.append(f"[{before}][{index}]xfade=transition=fade:duration={FADE:g}:offset={begin:g}[{here}]")
    colours = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
    tags = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
    return ";".join([*steps, f"[{names[-1]}]{colours},{tags}[film]"])


def poster_command(ffmpeg: str, picture: Path, target: Path) -> list[str]:
    """Return the command that makes the poster, ``target`` with the ending .webp, from a picture."""
    codec = ["-c:v", "libwebp", "-quality", "70", "-preset", "text", *_SAME]
    return [ffmpeg, "-v", "error", "-y", "-i", str(picture), *codec, str(target.with_suffix(".webp"))]
