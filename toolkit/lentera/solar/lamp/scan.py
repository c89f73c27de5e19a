"""The loop that carries a battery and its controller through a year.

It is written once, on plain numbers and anything that can be indexed. As it stands it runs on lists; compiled
by numba it runs on arrays. Both do the same arithmetic in the same order.
"""

from typing import Final

from lentera.solar.battery import respond

OFF: Final = 0
ON: Final = 1
LOW: Final = 2
BULK: Final = 0
ABSORPTION: Final = 1
FLOAT: Final = 2
HOLDING: Final = 16
"""A step's mode is its load + 4 · its stage, + 16 while the controller holds the voltage."""


def scan(row, bright, state, length, tables, off, axis, battery, memory, screw, limits, start, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, C901, PLR0912, PLR0913, PLR0915, PLR0917  one loop that numba compiles whole
    """Carry one battery through the steps; see `lentera.solar.lamp.year` for what goes in.

    Parameters
    ----------
    row, bright, state, length
        Of each step: place on the tables' axis of irradiance, whole and beyond; which of the tables holds
        while the load is on; its length [min].
    tables, off
        Current into the battery [A] by table, irradiance and emf, with the charge path through; the table
        that holds while the load is off.
    axis
        First emf of the tables [V] and emf nodes for each volt.
    battery
        Constants of the battery, health, temperature [°C], rest voltage in steps of a hundredth of charge
        [V], voltage that shorted cells take [V].
    memory
        By length: share of the polarisation that settles, hours, and self-discharge as a share of the
        capacity. After them, of how many short steps one asks the chemistry anew.
    screw
        What the controller sees is `screw[0] · emf + screw[1] · current` [V].
    limits
        Absorption, from where on its time counts, its time [h], current that ends it sooner [A],
        float, return to bulk, disconnect, reconnect,
        lock-out, wake [V]; whether it holds.
    start
        State of charge, polarisation [V], stage, load, time at the absorption voltage [h].
    out
        Of each step: current [A], emf [V], state of charge after it, mode.

    Returns
    -------
    tuple of float
        State of charge, polarisation [V], and over all steps the gassing, self-discharge and refused charge
        as shares of the capacity.
    """
    first, per_volt = axis
    known, health, temperature, rest, drop = battery
    settles, hours_of, leak_of, every = memory
    screw_emf, screw_ohm = screw
    absorption, enough, absorption_time, tail, floating, rebulk = limits[:6]
    disconnect, reconnect, lockout, wake, holds = limits[6:]
    soc, polarisation, stage, load, held_for = start
    out_amps, out_emf, out_soc, out_mode = out
    full = known.capacity * health
    gentle = 0.05 * known.capacity
    last = len(tables[0][0]) - 2
    asked = gentle
    ratio = 0.0
    stored = 1.0
    gassing = 0.0
    leaked = 0.0
    refused = 0.0
    size = -1
    settling = hours = leak_in_step = keeps = gain = 0.0
    for k in range(len(row)):
        if length[k] != size:
            size = length[k]
            settling = settles[size]
            hours = hours_of[size]
            leak_in_step = leak_of[size]
            keeps = 1.0 - settling
            gain = hours / full
        place = soc * 100.0
        cell = int(place)
        if cell > 99:  # noqa: PLR1730, PLR2004  a call of min() for each minute costs a tenth of the year
            cell = 99
        volts_at_rest = rest[cell] + (place - cell) * (rest[cell + 1] - rest[cell])
        if k % every == 0 or size > 1:
            stored, target = respond(known, soc, volts_at_rest, health, asked, temperature)
            ratio = target / asked
        keep = volts_at_rest - drop + polarisation * keeps
        slow = settling * ratio
        # The rest voltage of the step is that of its middle.
        middle = (rest[cell + 1] - rest[cell]) * 50.0 * gain
        both = slow + middle
        below = row[k]
        above = bright[k]
        turned = False
        held = 0
        turns = 0
        while True:
            table = tables[state[k]] if load == 1 else tables[off]
            place = (keep - first) * per_volt
            cell = int(place)
            if cell > last:
                cell = last
            elif place < 0.0:
                cell = 0
            place -= cell
            low = table[below]
            near = low[cell]
            far = low[cell + 1]
            if above > 0.0:
                high = table[below + 1]
                near += above * (high[cell] - near)
                far += above * (high[cell + 1] - far)
            far -= near
            amps = (near + far * place) / (1.0 - far * per_volt * both)
            volts = screw_emf * (keep + both * amps) + screw_ohm * amps
            held = 0
            if stage != 0 and holds:
                wanted = absorption if stage == 1 else floating
                if volts > wanted:
                    held = 1
                    dark = table[0]
                    far = dark[cell + 1] - dark[cell]
                    least = (dark[cell] + far * place) / (1.0 - far * per_volt * both)
                    amps = (wanted - screw_emf * keep) / (screw_ohm + screw_emf * both)
                    if amps < least:  # noqa: PLR1730  as above
                        amps = least
                    volts = screw_emf * (keep + both * amps) + screw_ohm * amps
            if not turned and amps * asked < 0.0:
                turned = True
                stored, target = respond(known, soc, volts_at_rest, health, amps, temperature)
                ratio = target / amps
                slow = settling * ratio
                both = slow + middle
                continue
            turns += 1
            if turns > 6:  # noqa: PLR2004  a plain number, so that it compiles
                # Its load would go on and off for ever; what one sees is a load that is off.
                if load == 1:
                    load = 2
                    continue
                break
            if stage != 0 and volts < rebulk:
                stage = 0
                held_for = 0.0
            elif stage == 0 and volts >= absorption:
                stage = 1
            elif stage == 1 and (held_for >= absorption_time or (amps < tail and volts >= enough)):
                stage = 2
                held_for = 0.0
            elif load == 1:
                if volts >= disconnect:
                    break
                load = 2 if volts >= lockout else 0
            elif volts >= reconnect or (load == 0 and volts >= wake and volts >= disconnect):
                load = 1
            elif load == 0 and volts >= wake:
                load = 2
            else:
                break
        if stage == 1 and volts >= enough:
            held_for += hours
        polarisation = polarisation * keeps + slow * amps
        leak = leak_in_step if leak_in_step < soc else soc  # noqa: FURB136  as above
        change = amps * gain
        if amps > 0.0:
            kept = change * stored
            if kept > 1.0 - soc + leak:
                kept = 1.0 - soc + leak
                if known.gasses == 0.0:
                    refused += change - kept / stored
                    change = kept / stored
            gassing += change - kept
            change = kept
        elif -change > soc - leak:
            refused += -change - soc + leak
            change = leak - soc
        leaked += leak
        soc += change - leak
        if soc > 1.0:
            soc = 1.0
        elif soc < 0.0:
            soc = 0.0
        if amps != 0.0:
            asked = amps
        out_amps[k] = amps
        out_emf[k] = keep + both * amps
        out_soc[k] = soc
        out_mode[k] = load + 4 * stage + 16 * held
    return soc, polarisation, gassing, leaked, refused
