"""Facts: the versions, durations and addresses that pages share. What an editor may write in docs/facts.yml."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, total_ordering
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveInt, Strict, StringConstraints

from portal.languages import Language
from portal.problems import Code
from portal.problems.messages import say

ADDRESS_ALLOWANCE = Code(
    "address-allowance",
    why=say(
        "`unreachable` in `docs/facts.yml` allows an address not to answer programs, until a day at most a year ahead."
        " The day has passed or is too far away, or the page answers again."
    ),
    fix=say("Ask whether the page is still there: give a new day, or remove `unreachable`."),
    example=say("{key} answers again, so facts.yml need not allow it to be unreachable", key="link.home"),
)

Family = Literal["old client", "new client"]
VersionNumber = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+){1,3}$")]


def _parsed(address: str) -> str:
    """Return an address as it is. Raises ValueError where host or port can't be read, or the protocol stands twice."""
    parts = urlsplit(address)
    parts.port  # noqa: B018
    if parts.netloc.endswith(":"):
        raise ValueError(parts.netloc)
    return address


WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s/\"'<>]+[^\s\"'<>]*$"), AfterValidator(_parsed)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]


@total_ordering
@dataclass(frozen=True)
class ClientVersion:
    """A version of a client, comparable within its family only: the families number independently."""

    number: str
    family: Family

    def __lt__(self, other: "ClientVersion") -> bool:
        """Compare part by part. Raises TypeError for versions of different families."""
        if self.family != other.family:
            raise TypeError(f"{self.number} ({self.family}) and {other.number} ({other.family}) can't be compared")
        return self._parts < other._parts

    @property
    def _parts(self) -> tuple[int, ...]:
        return tuple(map(int, self.number.split(".")))


class Fact(BaseModel):
    """What every fact says of itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    source: Words = Field(description="Where the value comes from.")
    checked: Annotated[date, Strict()] = Field(
        description="The day on which somebody last compared the value with its source."
    )
    review_by: Annotated[date, Strict()] | None = Field(
        None, description="The day by which it is to be compared again."
    )


class Version(Fact):
    """A client version."""

    value: VersionNumber = Field(description="In quotes, or YAML takes 42.10 for 42.1.")
    family: Family = Field(
        description="Old and new clients number their versions independently; they are never compared."
    )


class Duration(Fact):
    """An example of how long an upgrade takes. The units are those of the names: workplaces, minutes."""

    workplaces: Annotated[PositiveInt, Strict()] = Field(description="Number of workplaces.")
    minutes: Annotated[PositiveInt, Strict()] = Field(description="Approximate duration in minutes.")


class Allowance(BaseModel):
    """Why an address may fail to answer programs, and until when that is accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: Words = Field(description="Why it does not answer.")
    until: Annotated[date, Strict()] = Field(description="The last day on which that is accepted.")


class Address(Fact):
    """The address of a page outside the portal."""

    value: WebAddress = Field(description="The full address, with https://.")
    language: Language = Field("de", description="The language of the page; other pages mark their links to it.")
    unreachable: Allowance | None = Field(None, description="Accept that `make check-links` gets no answer.")


class Facts(BaseModel):
    """All facts. A key is what a page writes between braces: android.minimum."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    versions: dict[Key, Version] = Field(min_length=1, description="Client versions, by platform.")
    durations: dict[Key, Duration] = Field(min_length=1, description="Strictly increasing in workplaces and minutes.")
    addresses: dict[Key, Address] = Field(min_length=1, description="Pages outside the portal.")

    @cached_property
    def values(self) -> dict[str, str | int]:
        """Every value by the name that a placeholder calls it."""
        named: dict[str, str | int] = {key: fact.value for key, fact in (self.versions | self.addresses).items()}
        for key, duration in self.durations.items():
            named[f"{key}.workplaces"] = duration.workplaces
            named[f"{key}.minutes"] = duration.minutes
        return named

    @cached_property
    def version_numbers(self) -> dict[str, tuple[str, ...]]:
        """Each known version number with the keys that have it."""
        numbers: dict[str, tuple[str, ...]] = {}
        for key, version in self.versions.items():
            numbers[version.value] = (*numbers.get(version.value, ()), key)
        return numbers

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts of all addresses."""
        return frozenset(urlsplit(fact.value).netloc for fact in self.addresses.values())

    def families_of(self, number: str) -> frozenset[Family]:
        """Return the families that a known version number belongs to."""
        return frozenset(self.versions[key].family for key in self.version_numbers[number])
