"""Messages: English strings that keep their template and values, so that they can be translated."""

from collections.abc import Iterable, Mapping
from functools import reduce


class Message(str):
    """An English string that knows its template and values."""

    template: str
    values: Mapping[str, object]

    def in_words_of(self, catalogue: Mapping[str, str]) -> str:
        """Return the message translated by ``catalogue`` (template -> translation); English if that lacks it."""
        template = catalogue.get(self.template) or self.template
        values = {
            name: value.in_words_of(catalogue) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return template.format_map(values)

    def with_values(self, **values: object) -> "Message":
        """Return the message of the same template with other values."""
        message = Message(self.template.format_map(values))
        message.template, message.values = self.template, values
        return message


def say(template: str, /, **values: object) -> Message:
    """Return the message of a ``str.format`` template: ``say("there is no page {path}", path=path)``.

    The template is a literal, so that translation tools can extract it. A value may be a message itself.
    """
    message = Message(template.format_map(values))
    message.template, message.values = template, values
    return message


def either(choices: Iterable[str]) -> str:
    """Return one or more choices as “a or b or c”."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), choices)
