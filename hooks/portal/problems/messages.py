"""Messages: what problems say. English, and able to say it in another language: each keeps its template and values."""

from collections.abc import Iterable, Mapping
from functools import reduce


class Message(str):
    """A text in English that knows what it was made from."""

    template: str
    values: Mapping[str, object]

    def in_words_of(self, catalogue: Mapping[str, str]) -> str:
        """Return the text by a ``catalogue`` of templates and their translations; one that it lacks stays English."""
        template = catalogue.get(self.template) or self.template
        values = {
            name: value.in_words_of(catalogue) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return template.format_map(values)


def say(template: str, /, **values: object) -> Message:
    """Return the message of a ``str.format`` template: ``say("there is no page {path}", path=path)``.

    The template is written out where ``say`` is called, so that translators' tools find it. A value may be a message.
    """
    message = Message(template.format_map(values))
    message.template, message.values = template, values
    return message


def either(choices: Iterable[str]) -> str:
    """Return the choices, of which there is at least one, as “a or b”."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), choices)
