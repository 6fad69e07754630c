"""Makes the film of the short guide: python .ci/video.py writes docs/assets/video/ and docs/video/film.json.

Chromium draws the frames from docs/video/storyboard.yml and the drawings, ffmpeg encodes them.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).parents[1]
sys.path[:0] = [str(PROJECT / "hooks")]

from portal.languages import LANGUAGES, Language
from portal.publishing.film.encode import film_commands, poster_command
from portal.publishing.film.frames import SIZE, Frame, frames_of
from portal.sources.captions import captions_of, chapters_of, web_vtt
from portal.sources.film import ASSETS, FILE, cards_of, files_of
from portal.sources.project import Project


def main() -> None:
    """Make the film in each language, its captions and chapters, and the hashes of what it shows."""
    project = Project.around(PROJECT / "docs")
    film, facts = project.storyboard.film, project.facts_file.facts
    if film is None or facts is None or project.drawings.problems:
        sys.exit("The film can't be made: run `make site`, and correct what it reports.")
    target = project.docs / ASSETS
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for language in LANGUAGES:
        _encode(list(frames_of(film, project, language, facts.values)), language, target)
        for kind, cues in (("captions", captions_of), ("chapters", chapters_of)):
            text = web_vtt(cues(film, language, facts.values))
            (target / f"{kind}-{language}.vtt").write_text(text, "utf-8")
    kept = {"cards": cards_of(film, project, facts.values), "files": files_of(project.docs)}
    (project.docs / FILE).write_text(json.dumps(kept, indent=2) + "\n", "utf-8")
    for path in sorted(target.iterdir()):
        print(f"{path.stat().st_size / 1000:8.1f} kB  {path.relative_to(PROJECT)}")


def _encode(frames: list[Frame], language: Language, target: Path) -> None:
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    with TemporaryDirectory() as folder:
        pictures = list(_pictures(frames, Path(folder)))
        name = target / f"guide-{language}"
        for command in (*film_commands(ffmpeg, pictures, name), poster_command(ffmpeg, pictures[0][0], name)):
            subprocess.run(command, check=True)


def _pictures(frames: list[Frame], folder: Path) -> Iterator[tuple[Path, float]]:
    """Yield a picture of each frame and its seconds."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=dict(zip(("width", "height"), SIZE, strict=True)), color_scheme="light")
        for index, frame in enumerate(frames):
            yield _picture(page, frame, folder / f"{index:02}.html"), frame.seconds
        browser.close()


def _picture(page: Page, frame: Frame, path: Path) -> Path:
    path.write_text(frame.html, "utf-8")
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready")
    picture = path.with_suffix(".png")
    page.screenshot(path=picture)
    return picture


if __name__ == "__main__":
    main()
