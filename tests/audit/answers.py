"""Answers as the search engine gives them, made up for tests of what shows them."""


def hit(url, title, view="", heading="", path=(), excerpt=(("Ein Satz mit dem ", False), ("Wort", True))):
    """Return a hit as the engine gives it, with the first word of its title found."""
    first, _, rest = title.partition(" ")
    pieces = [[first, True], *([[f" {rest}", False]] if rest else [])]
    return {
        "url": url,
        "title": title,
        "heading": heading,
        "path": list(path),
        "view": view,
        "excerpt": [list(piece) for piece in excerpt],
        "titlePieces": pieces,
        "headingPieces": [[heading, False]] if heading else [],
    }


def answer(*groups, some=False, answers=(), nearest=()):
    """Return an answer of the engine: ``groups`` are pairs of a view and its hits."""
    return {
        "groups": [{"view": view, "hits": hits} for view, hits in groups],
        "count": sum(len(hits) for _, hits in groups),
        "some": some,
        "answers": list(answers),
        "nearest": list(nearest),
    }
