"""What her cable and fuse mean, in words; they are not marked, but a thin cable gets warm."""

from lentera.solar.sizing import SizingError, fuse_rating, voltage_drop
from lentera.solar.sizing.house import House, teaching_numbers
from lentera.widgets.sizing.words import short
from lentera.words import _, number, quantity


def cable_notes(house: House) -> list[str]:
    """Say what cable and fuse mean; they are not marked, but a thin cable gets warm."""
    numbers = teaching_numbers()
    length, amps, area = (house.number(name) for name in ("kabel_panjang", "kabel_arus", "kabel_luas"))
    if not (length and amps and area):
        return []
    drop = voltage_drop(length, amps, area, numbers)
    share = drop / 12.0
    text = _("{volts} are lost on the way: {share} percent.").format(
        volts=quantity(drop, "V", 2), share=number(100 * share, 1)
    )
    if share <= numbers.drop_target:
        notes = [text, _("That is below 3 percent. The cable fits.")]
    elif share <= numbers.drop_limit:
        notes = [text, _("That is above 3 percent. A thicker cable is better.")]
    else:
        notes = [text, _("That is above 5 percent. Take a thicker or shorter cable.")]
    return notes + _fuse_note(house, amps, area)


def _fuse_note(house: House, amps: float, area: float) -> list[str]:
    from lentera.solar.parts import CABLES  # noqa: PLC0415 - only this sentence needs the catalogue

    fuse = house.number("sekering")
    cable = next((one for one in CABLES.values() if one.area == area), None)
    if fuse is None or cable is None:
        return []
    if fuse > cable.ampacity:
        text = _("A fuse of {fuse} A does not protect this cable. Take a smaller one.")
        return [text.format(fuse=short(fuse))]
    try:
        wanted = fuse_rating(amps, cable.ampacity)
    except SizingError:
        return [_("This cable is too thin for the current. Take a thicker one.")]
    if fuse < wanted:
        text = _("A fuse of {fuse} A may blow by itself. From {wanted} A it holds.")
        return [text.format(fuse=short(fuse), wanted=short(wanted))]
    return [_("The fuse of {fuse} A protects the cable.").format(fuse=short(fuse))]
