"""The typeface is asked for at once, and what stands in for it takes the same room, so that nothing moves."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

FACE = re.compile(r"@font-face\s*{(.*?)}", re.DOTALL)
FIRST = {"400": "regular", "700": "bold"}  # what the first screen of every page is set in
FOLDER = ".cache/debian/usr/share/fonts/truetype"  # where .ci/setup --test unpacks Debian's fonts
LOCAL = {
    "Liberation Sans": "liberation/LiberationSans-Regular.ttf",  # of the same widths as Arial
    "Liberation Sans Bold": "liberation/LiberationSans-Bold.ttf",
    "Roboto": "roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
    "Roboto Bold": "roboto/unhinted/RobotoTTF/Roboto-Bold.ttf",
}
PAGES = ["user/", "admin/checklist/", "admin/guide/", "en/user/before/", "en/admin/checklist/"]
DIFFERENCE = 0.015  # of a line's width or height

# The families of the text in order; the faces of those that stand in, with their names on readers' machines.
FACES = """() => {
  const families = getComputedStyle(document.body).fontFamily.split(", ").map((name) => name.replaceAll('"', ""));
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.filter((rule) => rule instanceof CSSFontFaceRule).map(({ style }) => {
    const value = (name) => style.getPropertyValue(name);
    return {
      order: families.indexOf(value("font-family").replaceAll('"', "")),
      names: [...value("src").matchAll(/local\\("(.+?)"\\)/g)].map(([, name]) => name),
      weight: value("font-weight") || "400",
      metrics: {
        sizeAdjust: value("size-adjust"),
        ascentOverride: value("ascent-override"),
        descentOverride: value("descent-override"),
        lineGapOverride: value("line-gap-override"),
      },
    };
  }).filter(({ names }) => names.length);
}"""
# How much wider and higher the text of the article is in a font with these metrics than in ours.
COMPARE = """async ([file, weight, metrics]) => {
  const face = new FontFace("Stand-in", `url(/stand-in/${file})`, { weight, ...metrics });
  document.fonts.add(await face.load());
  const [ours] = await document.fonts.load(`${weight} 1rem "Atkinson Hyperlegible"`);
  const line = document.createElement("span");
  const parts = document.querySelectorAll(weight === "700" ? "article :is(h2, h3, strong)" : "article");
  line.textContent = [...parts].map((part) => part.textContent).join(" ");
  line.style.cssText = `position: absolute; white-space: nowrap; font: ${weight} 100px/normal sans-serif`;
  document.body.append(line);
  const measure = (family) => {
    line.style.fontFamily = `"${family}"`;
    return line.getBoundingClientRect();
  };
  const [wanted, found] = [measure("Atkinson Hyperlegible"), measure("Stand-in")];
  line.remove();
  document.fonts.delete(face);
  return { loaded: ours.status, width: found.width / wanted.width, height: found.height / wanted.height };
}"""


def test_every_page_asks_at_once_for_the_fonts_of_its_first_screen(site):
    """The addresses are those of the stylesheet, or fonts would be fetched twice."""
    [stylesheet] = site.root.glob("assets/stylesheets/site.*.css")
    faces = [face for face in FACE.findall(stylesheet.read_text("utf-8")) if "url(" in face and "italic" not in face]
    wanted = {re.search(r"fonts/([^\"')]+)", face)[1] for face in faces}
    assert len(wanted) == len(FIRST) and all((site.root / "assets/fonts" / name).is_file() for name in wanted)
    for path, page in site.pages.items():
        if "<article" not in page.html:  # a redirect shows nothing
            continue
        links = LexborHTMLParser(page.html).css("head link[rel=preload][as=font][type='font/woff2'][crossorigin]")
        assert {link.attributes["href"].rpartition("/")[2] for link in links} == wanted, path
        links_before = page.html[: page.html.index('rel="stylesheet"')].count('as="font"')
        assert links_before == len(wanted), path


@pytest.mark.parametrize("path", PAGES)
def test_what_stands_in_for_the_typeface_is_as_wide_and_high(open_page, project, path):
    page = open_page(path)
    page.context.route(
        "**/stand-in/**",
        lambda route: route.fulfill(
            body=(project / FOLDER / route.request.url.partition("/stand-in/")[2]).read_bytes(), content_type="font/ttf"
        ),
    )
    measured = set()
    for face in page.evaluate(FACES):
        [name] = [name for name in face["names"] if name in LOCAL]
        compared = page.evaluate(COMPARE, [LOCAL[name], face["weight"], face["metrics"]])
        assert compared["loaded"] == "loaded" and face["order"] > 0
        assert compared["width"] == pytest.approx(1, abs=DIFFERENCE), name
        assert compared["height"] == pytest.approx(1, abs=DIFFERENCE), name
        measured.add((name, face["weight"]))
    assert measured == {(name, "700" if name.endswith("Bold") else "400") for name in LOCAL}
