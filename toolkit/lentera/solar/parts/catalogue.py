"""Read the catalogue of parts: every number stands in a TOML file beside this one, with its certainty."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, overload

from lentera.solar.parts.specs import (
    AgeingSpec,
    BatterySpec,
    BypassSpec,
    CableSpec,
    Certainty,
    ConnectorSpec,
    ControllerSpec,
    DuskSpec,
    FuseSpec,
    HolderSpec,
    InsulationSpec,
    LampSpec,
    MountingSpec,
    PanelSpec,
    SwitchSpec,
    UsbSpec,
)

_FILES: Final = MappingProxyType(
    {
        "panels": ("panel", "bypass", "ageing", "mounting"),
        "batteries": ("battery", "chemistry"),
        "controllers": ("controller",),
        "profiles": ("profile",),
        "lamps": ("lamp",),
        "wiring": ("fuse", "holder", "cable", "connector", "insulation", "switch", "usb", "dusk"),
    }
)
_FILE_OF: Final = MappingProxyType({kind: file for file, kinds in _FILES.items() for kind in kinds})

Row = Mapping[str, Any]
Spec = TypeVar("Spec")


@cache
def _read(file: str) -> Mapping[str, Mapping[str, Row]]:
    # Loaded with the module these two would be a twentieth of the time in which the bench opens.
    import tomllib  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    text = files("lentera.solar.parts").joinpath(f"{file}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def _rows(kind: str) -> Mapping[str, Row]:
    return _read(_FILE_OF[kind])[kind]


def _plain(row: Row) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, entry in row.items():
        value = entry["value"] if isinstance(entry, dict) else entry
        plain[key] = tuple(value) if isinstance(value, list) else value
    return plain


class Table(Mapping[str, Spec]):
    """Be all parts of one kind, by name.

    The file is read when the first part is asked for, and a part is made when it is: opening the simulator
    waits for none of them. One name always gives the same object.

    Parameters
    ----------
    kind
        First word of the headings in its file, as in ``[panel.ks10]``.
    spec
        Class whose fields are the numbers of a row.
    """

    __slots__ = ("_kind", "_made", "_spec")

    def __init__(self, kind: str, spec: type[Spec]) -> None:
        self._kind = kind
        self._spec = spec
        self._made: dict[str, Spec] = {}

    def __getitem__(self, name: str) -> Spec:
        made = self._made.get(name)
        if made is None:
            made = self._made.setdefault(name, self._spec(**_plain(_rows(self._kind)[name])))
        return made

    def __contains__(self, name: object) -> bool:
        return name in _rows(self._kind)

    def __iter__(self) -> Iterator[str]:
        return iter(_rows(self._kind))

    def __len__(self) -> int:
        return len(_rows(self._kind))

    def __repr__(self) -> str:
        return f"Table({self._kind!r}: {', '.join(self)})"


PANELS: Final = Table("panel", PanelSpec)
BYPASS_DIODES: Final = Table("bypass", BypassSpec)
AGEINGS: Final = Table("ageing", AgeingSpec)
MOUNTINGS: Final = Table("mounting", MountingSpec)
BATTERIES: Final = Table("battery", BatterySpec)
CONTROLLERS: Final = Table("controller", ControllerSpec)
LAMPS: Final = Table("lamp", LampSpec)
FUSES: Final = Table("fuse", FuseSpec)
HOLDERS: Final = Table("holder", HolderSpec)
CABLES: Final = Table("cable", CableSpec)
CONNECTORS: Final = Table("connector", ConnectorSpec)
INSULATIONS: Final = Table("insulation", InsulationSpec)
SWITCHES: Final = Table("switch", SwitchSpec)
USB_PORTS: Final = Table("usb", UsbSpec)
DUSK_SWITCHES: Final = Table("dusk", DuskSpec)

_TABLES: Final[Mapping[str, Mapping[str, object]]] = MappingProxyType(
    {
        "panel": PANELS,
        "bypass": BYPASS_DIODES,
        "ageing": AGEINGS,
        "mounting": MOUNTINGS,
        "battery": BATTERIES,
        "controller": CONTROLLERS,
        "lamp": LAMPS,
        "fuse": FUSES,
        "holder": HOLDERS,
        "cable": CABLES,
        "connector": CONNECTORS,
        "insulation": INSULATIONS,
        "switch": SWITCHES,
        "usb": USB_PORTS,
        "dusk": DUSK_SWITCHES,
    }
)


class UnknownPartError(ValueError):
    """Tell that the catalogue has no part of that name."""


def _unknown(what: str, name: str, known: Iterable[str]) -> UnknownPartError:
    near = get_close_matches(name, known, n=1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    return UnknownPartError(
        f"{what} {name!r} is not in the catalogue; {meant}choose among {', '.join(known)}"
    )


@overload
def part(kind: Literal["panel"], name: str) -> PanelSpec: ...
@overload
def part(kind: Literal["battery"], name: str) -> BatterySpec: ...
@overload
def part(kind: Literal["controller"], name: str) -> ControllerSpec: ...
@overload
def part(kind: Literal["lamp"], name: str) -> LampSpec: ...
@overload
def part(kind: Literal["fuse"], name: str) -> FuseSpec: ...
@overload
def part(kind: Literal["holder"], name: str) -> HolderSpec: ...
@overload
def part(kind: Literal["cable"], name: str) -> CableSpec: ...
@overload
def part(kind: Literal["connector"], name: str) -> ConnectorSpec: ...
@overload
def part(kind: Literal["switch"], name: str) -> SwitchSpec: ...
@overload
def part(kind: Literal["usb"], name: str) -> UsbSpec: ...
@overload
def part(kind: Literal["dusk"], name: str) -> DuskSpec: ...
@overload
def part(kind: str, name: str) -> object: ...
def part(kind: str, name: str) -> object:
    """Give a part of the catalogue by its kind and name.

    Raises
    ------
    UnknownPartError
        When there is no such kind or name; the sentence tells the known ones and the nearest.
    """
    if kind not in _TABLES:
        raise _unknown("kind of part", kind, _TABLES)
    rows = _TABLES[kind]
    if name not in rows:
        raise _unknown(kind, name, rows)
    return rows[name]


def certainty(kind: str, name: str, quantity: str) -> Certainty:
    """Give the certainty mark of one number of the catalogue; raise KeyError when there is no such number."""
    entry = _rows(kind)[name][quantity]
    if not isinstance(entry, dict):
        raise KeyError(quantity)
    return Certainty(entry["mark"])
