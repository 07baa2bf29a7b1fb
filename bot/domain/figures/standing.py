"""Who stands where on a day, as tables by area: the ladder of `routing` for a whole country at once.

For one place `routing.ladder` builds what it needs; for thirty thousand settlements the tables are built once and each
settlement costs a few look-ups. Both say the same (a test holds them together).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.people import Beat, Role
from bot.domain.routing import LADDER, Directory


@dataclass(frozen=True, slots=True)
class Held:
    """A beat with those who hold it today in one role (ids, at least one)."""

    beat: Beat
    officers: frozenset[int]


@dataclass(frozen=True, slots=True)
class StandingStep:
    """All who answer together for `area` in `role`."""

    role: Role
    area: str
    held: tuple[Held, ...]

    @property
    def officers(self) -> frozenset[int]:
        return frozenset().union(*(each.officers for each in self.held))


@dataclass(frozen=True, slots=True)
class Standing:
    """`beats`: every beat once; `by_area`: what stands on a KATOTTG code, by role."""

    directory: Directory
    beats: Mapping[int, Beat]
    holders: Mapping[int, Mapping[Role, frozenset[int]]] = field(default_factory=dict)
    by_area: Mapping[str, Mapping[Role, StandingStep]] = field(default_factory=dict)

    @classmethod
    def on(cls, day: date, directory: Directory) -> "Standing":
        beats = {beat.id: beat for there in directory.beats.values() for beat in there}
        holders = {beat.id: _holders(beat, directory, day) for beat in beats.values()}
        by_area: dict[str, dict[Role, StandingStep]] = {}
        for area, there in directory.beats.items():
            for role, _ in LADDER:
                held = tuple(Held(beat, holders[beat.id][role]) for beat in there if role in holders[beat.id])
                if held:
                    by_area.setdefault(area, {})[role] = StandingStep(role, area, held)
        return cls(directory, beats, holders, by_area)

    def steps(self, areas: Sequence[str]) -> Iterator[StandingStep]:
        """For each role, the narrowest area that somebody holds; the role to be asked first comes first.
        `areas`: the narrowest first (`Unit.areas`)."""
        if self.touches(areas):
            for role, _ in LADDER:
                if step := self.of_role(areas, role):
                    yield step

    def touches(self, areas: Sequence[str]) -> bool:
        """Whether anybody at all stands there; asked first, as most of a country may be empty."""
        return any(area in self.by_area for area in areas)

    def of_role(self, areas: Sequence[str], role: Role) -> StandingStep | None:
        """The narrowest area that somebody of this role holds."""
        around = (self.by_area.get(area, {}) for area in areas)
        return next((there[role] for there in around if role in there), None)

    def first(self, areas: Sequence[str]) -> StandingStep | None:
        """Who answers; None: nobody."""
        return next(self.steps(areas), None)


def _holders(beat: Beat, directory: Directory, day: date) -> dict[Role, frozenset[int]]:
    by_role: dict[Role, set[int]] = {}
    for post in beat.posts:
        officer = directory.officers.get(post.officer_id)
        if officer is not None and post.holds_on(day):
            by_role.setdefault(officer.role, set()).add(officer.id)
    return {role: frozenset(ids) for role, ids in by_role.items()}
