"""Notices of maintenance and outages: what an editor may write in docs/notices.yml."""

from datetime import datetime, time, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints

from portal.formats.wrong_values import HintedError
from portal.problems.messages import either, say
from portal.sources.moments import BERLIN, Moment
from portal.sources.translated import Texts
from portal.views import VIEWS, View

Severity = Literal["note", "warning", "severe"]


def _at_least_one(views: tuple[View, ...]) -> tuple[View, ...]:
    if not views:
        raise HintedError(say("the list of views is empty"), say("name a view: {views}", views=either(VIEWS)))
    return views


class Notice(BaseModel):
    """A notice: when it is shown, on the pages of which views, and what it says."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = Field(
        description="Names the notice in its link and in the feed; never used again for another."
    )
    begins: Moment = Field(alias="from", description="2027-03-01 22:00, in Berlin's time.")
    until: Moment = Field(description="2027-03-02 00:00, in Berlin's time; from then on, the notice is not shown.")
    views: Annotated[tuple[View, ...], AfterValidator(_at_least_one)] = Field(
        description="The pages of these views show the notice.", json_schema_extra={"minItems": 1}
    )
    severity: Severity = Field(description="Readers can hide a notice that is not severe.")
    upcoming: Annotated[bool, Strict()] = Field(
        False, description="Whether the notice is shown from the beginning of the day before."
    )
    text: Texts = Field(description="What the notice says, in each language: Markdown within a paragraph.")

    @property
    def shown_from(self) -> datetime:
        """The moment from which pages show the notice: its begin, or the day before begins in Berlin."""
        if not self.upcoming:
            return self.begins
        day_before = self.begins.astimezone(BERLIN).date() - timedelta(days=1)
        return datetime.combine(day_before, time(), BERLIN)

    @cached_property
    def version(self) -> str:
        """What changes whenever the notice does: who has hidden it sees the changed one."""
        return f"{self.id}-{sha256(self.model_dump_json().encode()).hexdigest()[:8]}"


class Notices(BaseModel):
    """All notices."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    notices: tuple[Notice, ...] = Field((), description="The notices, in any order.")
