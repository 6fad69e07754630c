"""Values that a model refuses: pydantic's reasons as messages that can be translated."""

import re

from pydantic_core import ErrorDetails

from portal.problems.messages import Message, either, say

# pydantic's words for each type of error without a value of its own.
PLAIN = {
    "missing": say("Field required"),
    "extra_forbidden": say("Extra inputs are not permitted"),
    "string_type": say("Input should be a valid string"),
    "int_type": say("Input should be a valid integer"),
    "int_parsing": say("Input should be a valid integer"),
    "int_from_float": say("Input should be a valid integer"),
    "bool_type": say("Input should be a valid boolean"),
    "bool_parsing": say("Input should be a valid boolean"),
    "date_type": say("Input should be a valid date"),
    "date_from_datetime_parsing": say("Input should be a valid date"),
    "dict_type": say("Input should be a valid dictionary"),
    "model_type": say("Input should be a valid dictionary"),
    "model_attributes_type": say("Input should be a valid dictionary"),
    "list_type": say("Input should be a valid list"),
    "tuple_type": say("Input should be a valid list"),
}
# The same for errors with a limit, and the name that pydantic gives the limit.
LIMITS = {
    "greater_than": ("gt", say("Input should be greater than {limit}", limit=0)),
    "greater_than_equal": ("ge", say("Input should be {limit} or more", limit=0)),
    "less_than": ("lt", say("Input should be less than {limit}", limit=0)),
    "less_than_equal": ("le", say("Input should be {limit} or less", limit=0)),
    "string_too_short": ("min_length", say("Input needs at least {limit} characters", limit=1)),
    "string_too_long": ("max_length", say("Input can have at most {limit} characters", limit=1)),
    "too_short": ("min_length", say("Input needs at least {limit} entries", limit=1)),
    "too_long": ("max_length", say("Input can have at most {limit} entries", limit=1)),
    "string_pattern_mismatch": ("pattern", say("String should match pattern '{limit}'", limit="")),
}
CHOICE = re.compile(r"'[^']*'")


class HintedError(ValueError):
    """Why a validator of ours refuses a value; ``hint`` says what to write."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def reason_of(detail: ErrorDetails) -> Message:
    """Return why a value is refused.

    A validator of ours may give a message as its reason; one of pydantic's that is not known is quoted.
    """
    kind, values = detail["type"], detail.get("ctx", {})
    if kind in PLAIN:
        return PLAIN[kind]
    if kind in LIMITS:
        name, message = LIMITS[kind]
        return message.with_values(limit=values[name])
    if kind in ("literal_error", "enum"):
        return say("Input should be {choices}", choices=either(CHOICE.findall(values["expected"])))
    own = getattr(values.get("error"), "args", ())[:1]
    if own and isinstance(own[0], Message):
        return own[0]
    return say("pydantic says “{reason}”", reason=detail["msg"])
