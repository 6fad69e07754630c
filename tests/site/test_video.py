"""The film on the guide's page as readers meet it: loaded when played, with captions, on paper, blocked, unscripted."""

from io import BytesIO

import pypdfium2
import pytest
from audit.axe import axe_faults
from audit.films import read_vtt
from audit.focus import tab_to
from audit.pages import ADDRESSES
from portal.languages import LANGUAGES
from portal.sources.project import Project

GUIDES = {"de": "admin/guide/", "en": "en/admin/guide/"}
ROOTS = {"de": "../../", "en": "../../../"}
FORMATS = ("mp4", "webm")
PATIENCE = 30_000  # milliseconds until a film counts as one that does not play
PLAYS = "() => document.querySelector('video').currentTime > 1"
TRACKS = "video => [...video.textTracks].map(track => [track.kind, track.language, track.label, track.mode])"
# A film's picture in 32 by 18 fields: the relative luminance of each (WCAG 2.2, "relative luminance").
FIELDS = """async (video, times) => {
  const canvas = new OffscreenCanvas(32, 18), context = canvas.getContext("2d", { willReadFrequently: true });
  const linear = part => part <= 10 ? part / 255 / 12.92 : ((part / 255 + .055) / 1.055) ** 2.4, found = [];
  for (const time of times) {
    const seeked = new Promise(done => video.addEventListener("seeked", done, { once: true }));
    video.currentTime = time;
    await seeked;
    context.drawImage(video, 0, 0, 32, 18);
    const { data } = context.getImageData(0, 0, 32, 18), fields = [];
    for (let at = 0; at < data.length; at += 4)
      fields.push(.2126 * linear(data[at]) + .7152 * linear(data[at + 1]) + .0722 * linear(data[at + 2]));
    found.push(fields);
  }
  return found;
}"""
CAN_PLAY = """ending => document.createElement("video").canPlayType(
  document.querySelector(`source[src$=${ending}]`).type)"""
ONLY = "(video, ending) => { video.querySelector(`source:not([src$=${ending}])`).remove(); video.load(); }"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_film_but_its_poster_is_loaded_before_it_is_played(open_page, language):
    page, asked = open_page(""), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url + GUIDES[language], wait_until="networkidle")
    asked = [url.rpartition("/")[2] for url in asked if "/assets/video/" in url]
    assert len(asked) == 1 and asked[0].startswith(f"guide-{language}.") and asked[0].endswith(".webp")
    video = page.locator("video")
    assert video.evaluate("video => [video.paused, video.autoplay, video.loop]") == [True, False, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_film_has_captions_and_chapters_in_both_languages_and_none_is_forced_on(open_page, language):
    tracks = open_page(GUIDES[language]).locator("video").evaluate(TRACKS)
    other = {"de": "en", "en": "de"}[language]
    kinds = [("captions", language), ("captions", other), ("chapters", language), ("chapters", other)]
    assert [(kind, code) for kind, code, _, _ in tracks] == kinds
    assert all(label and mode == "disabled" for _, _, label, mode in tracks)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_format_plays_under_the_policy(open_page, language, ending):
    page = open_page(GUIDES[language])
    if not page.evaluate(CAN_PLAY, ending):
        assert ending == "mp4"  # a Chromium without H.264 takes the other source, but it needs one
        ending = "webm"
    page.locator("video").evaluate(ONLY, ending)
    page.locator("video").evaluate("video => video.play()")
    page.wait_for_function(PLAYS, timeout=PATIENCE)
    assert page.locator("video").evaluate("video => video.currentSrc").endswith(f".{ending}")


def test_captions_are_shown_when_they_are_chosen(open_page):
    page = open_page(GUIDES["de"])
    shown = page.locator("video").evaluate(
        """async video => {
          const track = video.textTracks[1];
          track.mode = "showing";
          await video.play();
          while (!track.activeCues?.length) await new Promise(done => setTimeout(done, 50));
          return track.activeCues[0].text;
        }"""
    )
    assert shown == "The short guide for\nadministrators in nine steps."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_film_is_played_and_stopped_with_the_keyboard(open_page, language):
    page = open_page(GUIDES[language], reduced_motion="reduce")
    tab_to(page, page.locator("video"))
    page.keyboard.press("Space")
    page.wait_for_function(PLAYS, timeout=PATIENCE)
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('video').paused")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_while_the_film_plays(open_page, language):
    page = open_page(GUIDES[language])
    page.locator("video").evaluate("video => video.play()")
    page.wait_for_function(PLAYS, timeout=PATIENCE)
    assert axe_faults(page) == []


def test_nothing_flashes(open_page, project):
    """WCAG 2.2, 2.3.1: no field changes its luminance by a tenth and back within a second, let alone three times."""
    film = Project(project / "docs").storyboard.film
    cuts, at = [], 0.0
    for card in film.cards:
        for _ in card.drawings:
            at += card.seconds / len(card.drawings)
            cuts.append(at)
    times = [round(cut + step / 5, 2) for cut in cuts[:-1] for step in range(-1, 5)]
    page = open_page(GUIDES["de"])
    page.locator("video").evaluate(ONLY, "webm")
    fields = page.locator("video").evaluate(FIELDS, times)
    assert len({tuple(one) for one in fields}) > len(cuts)  # the pictures differ: they were decoded
    for cut in range(len(cuts) - 1):
        around = fields[cut * 6 : cut * 6 + 6]
        for field in zip(*around, strict=True):
            up = max(later - earlier for index, earlier in enumerate(field) for later in field[index:])
            down = max(earlier - later for index, earlier in enumerate(field) for later in field[index:])
            assert min(up, down) < 0.1, (cuts[cut], field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_film_plays_and_the_guide_stands_above(open_page, language):
    page = open_page(GUIDES[language], java_script_enabled=False)
    assert page.locator("article ol > li").count() == 9
    top, film = page.locator("article ol").bounding_box(), page.locator("video").bounding_box()
    assert film["y"] > top["y"] + top["height"]
    assert page.locator("video[controls] > source").count() == 2


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_whether_the_film_is_there_or_blocked(open_page, width):
    page = open_page(GUIDES["de"], width)
    whole = page.locator("video").bounding_box()
    page.route("**/assets/video/**", lambda route: route.abort())
    page.reload(wait_until="networkidle")
    assert page.locator("video").bounding_box() == whole
    assert abs(whole["width"] * 9 / 16 - whole["height"]) < 3
    assert page.locator("article ol > li").count() == 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_the_guide_on_one_page_and_a_sentence_for_the_film(open_page, language):
    document = pypdfium2.PdfDocument(BytesIO(open_page(GUIDES[language]).pdf(format="A4")))
    text = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1
    assert {"de": "dieselben neun Schritte", "en": "the same nine steps"}[language] in " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_films_and_posters_have_a_hash_in_their_names_and_captions_have_none(site, language):
    html = site.read_bytes(f"{GUIDES[language]}index.html").decode()
    names = {path.removeprefix("assets/video/") for path in site.files if path.startswith("assets/video/")}
    assert not any(name.endswith((".gz", ".br")) for name in names if ".vtt" not in name)
    names = {name for name in names if not name.endswith((".gz", ".br"))}
    assert len(names) == 10
    for name in names:
        assert (name.count(".") == 2) is not name.endswith(".vtt")
        if name.startswith(f"guide-{language}") or name.endswith(".vtt"):
            assert f'"{ROOTS[language]}assets/video/{name}"' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_captions_of_the_site_are_web_vtt(site, language):
    for kind in ("captions", "chapters"):
        assert read_vtt(site.read_bytes(f"assets/video/{kind}-{language}.vtt").decode())


def test_only_the_guide_has_the_film(site):
    assert len(ADDRESSES) == 2
    found = {path for path in site.pages if b"<video" in site.read_bytes(path)}
    assert found == {f"{guide}index.html" for guide in GUIDES.values()}
