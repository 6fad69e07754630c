from datetime import date
from typing import Annotated, Literal

import pytest
from portal.formats.wrong_values import reason_of
from portal.problems.catalogue import in_words
from portal.problems.messages import say
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int


def refuse(_):
    raise ValueError(say("it is not UTF-8 text"))


@pytest.mark.parametrize(
    ("wanted", "value", "english", "german"),
    [
        (Model, {}, "Field required", "Das Feld fehlt"),
        (Model, {"a": 1, "b": 2}, "Extra inputs are not permitted", "Dieses Feld gibt es hier nicht"),
        (Model, [], "Input should be a valid dictionary", "Hier müssen Zeilen `schlüssel: wert` stehen"),
        (int, "x", "Input should be a valid integer", "Hier muss eine ganze Zahl stehen"),
        (int, 1.5, "Input should be a valid integer", "Hier muss eine ganze Zahl stehen"),
        (str, 1, "Input should be a valid string", "Hier muss Text stehen"),
        (bool, "x", "Input should be a valid boolean", "Hier muss true oder false stehen"),
        (date, [], "Input should be a valid date", "Hier muss ein Tag stehen, etwa 2027-03-01"),
        (list[int], 1, "Input should be a valid list", "Hier muss eine Liste stehen"),
        (tuple[int, ...], 1, "Input should be a valid list", "Hier muss eine Liste stehen"),
        (dict[str, int], 1, "Input should be a valid dictionary", "Hier müssen Zeilen `schlüssel: wert` stehen"),
        (Literal["one", "two"], "x", "Input should be 'one' or 'two'", "Hier muss 'one' oder 'two' stehen"),
        (Annotated[int, Field(gt=0)], 0, "Input should be greater than 0", "Der Wert muss größer als 0 sein"),
        (Annotated[int, Field(ge=1)], 0, "Input should be 1 or more", "Der Wert muss mindestens 1 sein"),
        (Annotated[int, Field(lt=0)], 0, "Input should be less than 0", "Der Wert muss kleiner als 0 sein"),
        (Annotated[int, Field(le=1)], 2, "Input should be 1 or less", "Der Wert darf höchstens 1 sein"),
        (Annotated[str, Field(min_length=2)], "a", "at least 2 characters", "mindestens 2 Zeichen"),
        (Annotated[str, Field(max_length=1)], "ab", "at most 1 characters", "höchstens 1 Zeichen"),
        (Annotated[list[int], Field(min_length=1)], [], "at least 1 entries", "mindestens 1 Einträge"),
        (Annotated[list[int], Field(max_length=1)], [1, 2], "at most 1 entries", "höchstens 1 Einträge"),
        (
            Annotated[str, Field(pattern="^a$")],
            "b",
            "String should match pattern '^a$'",
            "muss zum Muster '^a$' passen",
        ),
        (Annotated[str, AfterValidator(refuse)], "b", "it is not UTF-8 text", "sie ist kein Text in UTF-8"),
        (complex, [], "pydantic says “Input should be", "pydantic meldet „Input should be"),
    ],
)
def test_a_reason_is_in_the_language_of_the_message(wanted, value, english, german):
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(wanted).validate_python(value)
    reason = reason_of(refused.value.errors()[-1])
    assert english in reason
    assert german in in_words(reason, "de")
