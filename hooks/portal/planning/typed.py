"""Typed text: what readers type into a tool, as the signs that are meant. The scripts of the tools do the same."""

MOST_CHARACTERS = 40  # far more than any number or version has

_SPACES = "\t\n\r\u00a0\u2007\u2009\u202f\u3000"  # with the narrow ones that group digits
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"  # what copying brings along
_SIGNS = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _INVISIBLE)),
    **{0xFF10 + digit: str(digit) for digit in range(10)},  # full-width digits and signs
    0xFF0C: ",",
    0xFF0D: "-",
    0xFF0E: ".",
    0x2212: "-",  # a minus and a dash
    0x2013: "-",
}


def plain(text: str) -> str:
    """Return the text with ordinary digits, signs and blanks, and none around it."""
    return text.translate(_SIGNS).strip(" ")
