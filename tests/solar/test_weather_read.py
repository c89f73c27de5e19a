"""Weather from files of NASA POWER and PVGIS: real layouts read, every damaged one refused in one sentence."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from lentera.solar.weather import (
    SEPAKU,
    Plane,
    WeatherFileError,
    parse_csv,
    preset,
    read_climatology,
    read_csv,
    to_minutes,
    year,
)
from lentera.solar.weather.sky import sky_over

# The sun of Sepaku in a simple file: half a sine from 6:00 to 18:00.
BELL = [max(0.0, round(800.0 * float(np.sin(np.pi * (hour + 0.5 - 6) / 12)), 2)) for hour in range(24)]
AIR = [round(27.0 - 3.0 * float(np.cos(2 * np.pi * (hour - 2) / 24)), 2) for hour in range(24)]


def day_bell(hour):
    return BELL[hour] if 6 <= hour < 18 else 0.0


def power_head(kind="Hourly", standard="LST", unit="Wh/m^2", place="Latitude  -0.8700   Longitude 116.7800"):
    return (
        "-BEGIN HEADER-\n"
        f"NASA/POWER Source Native Resolution {kind} Data \n"
        f"Dates (month/day/year): 01/01/2023 through 01/02/2023 in {standard}\n"
        f"Location: {place} \n"
        "Elevation from MERRA-2: Average for 0.5 x 0.625 degree lat/lon region = 54.0 meters\n"
        "The value for missing source data that cannot be computed or is outside of the sources availability"
        " range: -999 \n"
        "Parameter(s): \n"
        f"ALLSKY_SFC_SW_DWN     CERES SYN1deg All Sky Surface Shortwave Downward Irradiance ({unit}) \n"
        "T2M                   MERRA-2 Temperature at 2 Meters (C) \n"
        "-END HEADER-\n"
    )


def power_hours(days=2, shift=0, scale=1.0, **head):
    rows = ["YEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,T2M"]
    start = datetime.fromisoformat("2023-01-01")
    for number in range(24 * days):
        now = start + timedelta(hours=number)
        local = (now.hour + shift) % 24
        rows.append(f"{now.year},{now.month},{now.day},{now.hour},{day_bell(local) * scale:.6f},{AIR[local]}")
    return power_head(**head) + "\n".join(rows) + "\n"


def power_days(unit="kW-hr/m^2/day", scale=1.0, columns="YEAR,MO,DY"):
    rows = [f"{columns},ALLSKY_SFC_SW_DWN,T2M"]
    for day, (light, air) in enumerate([(4.5, 26.5), (6.1, 28.0), (1.2, 24.5)], start=1):
        when = f"2023,{day}" if columns == "YEAR,DOY" else f"2023,1,{day}"
        rows.append(f"{when},{light * scale:.4f},{air}")
    return power_head("Daily", unit=unit) + "\n".join(rows) + "\n"


def pvgis_hours(columns="G(i),H_sun,T2m,WS10m,Int", slope="0 deg.", minute="10", days=2):
    head = [
        "Latitude (decimal degrees):\t-0.870",
        "Longitude (decimal degrees):\t116.780",
        "Elevation (m):\t54",
        "Radiation database:\tPVGIS-ERA5",
        "",
        "",
        f"Slope: {slope}",
        "Azimuth: 0 deg.",
        "",
        f"time,{columns}",
    ]
    rows = []
    start = datetime.fromisoformat("2016-01-01")
    for number in range(24 * days):
        now = start + timedelta(hours=number)
        local = (now.hour + 8) % 24
        light = day_bell(local)
        cells = {"G(i)": light, "Gb(i)": light * 0.6, "Gd(i)": light * 0.4, "Gr(i)": 0.0, "H_sun": 0.0}
        cells |= {"T2m": AIR[local], "WS10m": 1.2, "Int": 0.0}
        rows.append(
            f"{now:%Y%m%d:%H}{minute}," + ",".join(f"{cells[name]:.2f}" for name in columns.split(","))
        )
    tail = [
        "",
        "G(i): Global irradiance on the inclined plane (W/m2)",
        "",
        "PVGIS (c) European Union, 2001-2024",
    ]
    return "\r\n".join(head + rows + tail) + "\r\n"


def pvgis_typical():
    head = [
        "Latitude (decimal degrees): -0.870",
        "Longitude (decimal degrees): 116.780",
        "Elevation (m): 54.0",
        "Irradiance Time Offset (h): 0.0518",
        "month,year",
        *(f"{month},{2005 + month}" for month in range(1, 13)),
        "time(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP",
    ]
    rows = []
    start = datetime.fromisoformat("2025-01-01")
    for number in range(8760):
        now = start + timedelta(hours=number)
        local = (now.hour + 8) % 24
        rows.append(
            f"{2005 + now.month}{now:%m%d:%H}00,{AIR[local]},80,{day_bell(local)},-0.0,0.0,400,1.2,90,101000"
        )
    return "\n".join([*head, *rows, "", "T2m: 2-m air temperature (degree Celsius)"]) + "\n"


def climatology(unit="kW-hr/m^2/day", scale=1.0):
    months = "JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC,ANN"
    light = ",".join(
        f"{value * scale:.4f}" for value in [4.4, 4.7, 4.9, 4.8, 4.6, 4.3, 4.4, 4.8, 5.1, 5.2, 4.8, 4.4, 4.7]
    )
    return (
        power_head("Climatology", unit=unit)
        + f"PARAMETER,{months}\nT2M,{','.join(['27'] * 13)}\nALLSKY_SFC_SW_DWN,{light}\n"
    )


GOOD = {
    "POWER hours in local time": power_hours(),
    "POWER hours in UTC": power_hours(shift=8, standard="UTC"),
    "POWER hours in W/m^2": power_hours(unit="W/m^2"),
    "POWER hours in MJ": power_hours(unit="MJ/hr", scale=0.0036),
    "POWER hours without a header": power_hours().partition("-END HEADER-\n")[2],
    "POWER hours with Windows ends": power_hours().replace("\n", "\r\n"),
    "POWER hours after a spreadsheet": "".join(f"{line},,\n" for line in power_hours().splitlines()),
    "POWER hours after a byte-order mark": "\ufeff" + power_hours().partition("-END HEADER-\n")[2],
    "POWER hours with spaces": power_hours().replace(",", ", "),
    "POWER hours in quotes": power_hours().replace(",", '","').replace("\n", '"\n"'),
    "POWER hours and empty lines at the end": power_hours() + "\n,,,,,\n \n",
    "PVGIS hours": pvgis_hours(),
    "PVGIS hours in quotes": pvgis_hours().replace(",", '","').replace("\r\n", '"\r\n"'),
    "PVGIS hours at half past": pvgis_hours(minute="30"),
    "PVGIS hours in parts": pvgis_hours("Gb(i),Gd(i),Gr(i),H_sun,T2m,WS10m,Int"),
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_two_days_are_read_in_local_time_whatever_the_file(text):
    weather = parse_csv(text)
    assert (weather.step, weather.days) == (60, 2)
    assert (weather.start.hour, weather.start.month, weather.start.day) == (0, 1, 1)
    expected = [day_bell(hour) for hour in range(24)] * 2
    assert weather.ghi == pytest.approx(expected, abs=0.02)
    assert weather.air_temperature == pytest.approx(AIR * 2, abs=0.006)
    assert np.all(weather.cell_temperature >= weather.air_temperature)
    # A panel that looks north by 10° loses about a tenth while the sun stands 22° south.
    assert weather.daily_poa() / weather.daily_ghi() == pytest.approx(np.full(2, 0.90), abs=0.03)


def test_a_typical_year_of_months_from_different_years_becomes_one_year():
    weather = parse_csv(pvgis_typical())
    assert (weather.start, weather.days) == (datetime.fromisoformat("2025-01-01"), 365)
    assert weather.ghi.reshape(365, 24)[200] == pytest.approx([day_bell(hour) for hour in range(24)])
    assert weather.air_temperature.reshape(365, 24)[10] == pytest.approx(AIR)


@pytest.mark.parametrize(
    "text",
    [power_days(), power_days("MJ/m^2/day", 3.6), power_days(columns="YEAR,DOY")],
    ids=["kWh", "MJ", "day of year"],
)
def test_days_are_spread_over_their_sunlit_hours(text):
    weather = parse_csv(text)
    assert (weather.step, weather.days) == (60, 3)
    assert weather.daily_ghi() == pytest.approx([4.5, 6.1, 1.2], rel=1e-4)
    hours = weather.ghi.reshape(3, 24)
    assert not hours[:, [0, 1, 2, 3, 4, 20, 21, 22, 23]].any()
    assert np.all(hours.argmax(axis=1) == 12)
    assert weather.air_temperature.reshape(3, 24).mean(axis=1) == pytest.approx([26.5, 28.0, 24.5])


def test_a_file_without_air_temperature_takes_the_sites():
    text = "\n".join(
        line.rpartition(",")[0] if line.startswith("2023") else line.replace(",T2M", "")
        for line in power_hours().splitlines()
    )
    weather = parse_csv(text)
    assert weather.air_temperature.mean() == pytest.approx(27.2, abs=0.1)
    assert np.ptp(weather.air_temperature) == pytest.approx(7.0, abs=0.1)


def test_a_leap_day_is_a_day_like_others():
    text = power_hours(days=3)
    for day, leap in (("2023,1,3,", "2024,3,1,"), ("2023,1,2,", "2024,2,29,"), ("2023,1,1,", "2024,2,28,")):
        text = text.replace(day, leap)
    weather = parse_csv(text)
    assert (weather.start, weather.days) == (datetime.fromisoformat("2024-02-28"), 3)
    assert weather.ghi == pytest.approx([day_bell(hour) for hour in range(24)] * 3, abs=0.02)
    of_year = power_days(columns="YEAR,DOY")
    for day, leap in (("2023,1,", "2024,365,"), ("2023,2,", "2024,366,"), ("2023,3,", "2025,1,")):
        of_year = of_year.replace(day, leap)
    assert parse_csv(of_year).start == datetime.fromisoformat("2024-12-30")


def test_a_place_west_of_greenwich_is_turned_the_other_way():
    lima = replace(SEPAKU, name="Lima", latitude=-12.0, longitude=-77.0, utc_offset=-5.0)
    text = power_hours(shift=-5, standard="UTC", place="Latitude  -12.05   Longitude -77.03")
    weather = parse_csv(text, lima)
    assert weather.start == datetime.fromisoformat("2023-01-01")
    assert weather.ghi == pytest.approx([day_bell(hour) for hour in range(24)] * 2, abs=0.01)


# months


@pytest.mark.parametrize(("unit", "scale"), [("kW-hr/m^2/day", 1.0), ("MJ/m^2/day", 3.6)])
def test_months_of_a_climatology_make_a_site(tmp_path, unit, scale):
    path = tmp_path / "POWER_Point_Climatology.csv"
    path.write_text(climatology(unit, scale), encoding="utf-8")
    months = read_climatology(path)
    assert months == pytest.approx([4.4, 4.7, 4.9, 4.8, 4.6, 4.3, 4.4, 4.8, 5.1, 5.2, 4.8, 4.4], abs=1e-3)
    weather = year(replace(SEPAKU, monthly_ghi=months), 2025, 1)
    assert weather.daily_ghi().mean() == pytest.approx(4.70, abs=0.01)


def test_months_of_several_years_are_averaged(tmp_path):
    rows = [
        f"ALLSKY_SFC_SW_DWN,{2021 + number}," + ",".join([str(value)] * 13)
        for number, value in enumerate((4.0, 5.0))
    ]
    text = power_head("Monthly and Annual", unit="kW-hr/m^2/day") + "\n".join(
        ["PARAMETER,YEAR,JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC,ANN", *rows]
    )
    path = tmp_path / "months.csv"
    path.write_text(text, encoding="utf-8")
    assert read_climatology(path) == pytest.approx([4.5] * 12)


# damaged files


def changed(text, old, new):
    assert old in text
    return text.replace(old, new, 1)


NOON = f"2023,1,1,12,{day_bell(12):.6f},{AIR[12]}"
ONE = f"2023,1,1,13,{day_bell(13):.6f},{AIR[13]}"
PVGIS_LINE = "20160101:0310"

BAD = [
    ("nothing", "", "the file is neither of NASA POWER nor of PVGIS"),
    ("another table", "name,score\nSiti,80\n", "the file is neither of NASA POWER nor of PVGIS"),
    ("a page", "<!DOCTYPE html><html></html>", "the file is neither"),
    ("header only", power_head(), "no line of columns begins with YEAR, in the file"),
    ("no rows", power_head() + "YEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,T2M\n", "line 11: no rows below the columns"),
    (
        "no light",
        changed(power_hours(), "HR,ALLSKY_SFC_SW_DWN", "HR,RH2M"),
        "line 11: column ALLSKY_SFC_SW_DWN is missing",
    ),
    ("no month", changed(power_hours(), "YEAR,MO,", "YEAR,MX,"), "line 11: column MO is missing"),
    (
        "fill value",
        changed(power_hours(), NOON, "2023,1,1,12,-999.0,27"),
        "line 24: ALLSKY_SFC_SW_DWN is -999, a missing value",
    ),
    (
        "fill value of air",
        changed(power_hours(), NOON, "2023,1,1,12,500,-999"),
        "line 24: T2M is -999, a missing value",
    ),
    ("nan", changed(power_hours(), NOON, "2023,1,1,12,nan,27"), "line 24: ALLSKY_SFC_SW_DWN is nan"),
    ("endless", changed(power_hours(), NOON, "2023,1,1,12,inf,27"), "line 24: ALLSKY_SFC_SW_DWN is inf"),
    (
        "negative",
        changed(power_hours(), NOON, "2023,1,1,12,-5,27"),
        "line 24: ALLSKY_SFC_SW_DWN is -5 an hour; give a number from 0",
    ),
    ("too bright", changed(power_hours(), NOON, "2023,1,1,12,1900,27"), "line 24: ALLSKY_SFC_SW_DWN is 1900"),
    (
        "too hot",
        changed(power_hours(), NOON, "2023,1,1,12,500,300.15"),
        "line 24: T2M is 300.15 °C; give a number from -60 to 60",
    ),
    (
        "a word",
        changed(power_hours(), NOON, "2023,1,1,12,bright,27"),
        "line 24: ALLSKY_SFC_SW_DWN is 'bright'; give a number",
    ),
    (
        "empty cell",
        changed(power_hours(), NOON, "2023,1,1,12,,27"),
        "line 24: ALLSKY_SFC_SW_DWN is ''; give a number",
    ),
    ("short row", changed(power_hours(), NOON, "2023,1,1,12,500"), "line 24: 5 cells under 6 columns"),
    (
        "missing hour",
        changed(power_hours(), NOON + "\n", ""),
        "line 24: 2023-01-01 13:00 follows 2023-01-01 11:00",
    ),
    ("doubled hour", changed(power_hours(), ONE, NOON), "line 25: 2023-01-01 12:00 comes twice"),
    (
        "hours out of order",
        changed(changed(changed(power_hours(), NOON, "@"), ONE, NOON), "@", ONE),
        "line 24: 2023-01-01 13:00 follows",
    ),
    (
        "no such hour",
        changed(power_hours(), "2023,1,1,12,", "2023,1,1,24,"),
        "line 24: there is no such date or hour",
    ),
    (
        "no such day",
        changed(power_hours(), "2023,1,1,12,", "2023,2,30,12,"),
        "line 24: there is no such date or hour",
    ),
    (
        "odd year",
        changed(power_hours(), "2023,1,1,12,", "year,1,1,12,"),
        "line 24: YEAR is 'year'; give a whole number",
    ),
    (
        "cut off",
        power_hours().rstrip("\n").rpartition("\n")[0],
        "line 12: 47 hours from 2023-01-01 00:00 on are no whole days",
    ),
    (
        "begins late",
        changed(power_hours(), f"2023,1,1,0,{0.0:.6f},{AIR[0]}\n", ""),
        "line 12: 47 hours from 2023-01-01 01:00 on are no whole days",
    ),
    (
        "odd unit",
        power_hours(unit="cal/cm^2"),
        "line 8: the unit of ALLSKY_SFC_SW_DWN is not one of Wh/m^2, W/m^2",
    ),
    (
        "days in MJ without a header",
        power_days(scale=3.6).partition("-END HEADER-\n")[2],
        "line 2: ALLSKY_SFC_SW_DWN is 16.2000 a day; give a number from 0 to 13",
    ),
    (
        "no such day of the year",
        changed(power_days(columns="YEAR,DOY"), "2023,2,", "2023,99999999999,"),
        "line 13: there is no such date",
    ),
    (
        "missing day",
        changed(power_days(), "2023,1,2", "2023,1,9"),
        "line 13: 2023-01-09 00:00 follows 2023-01-01 00:00",
    ),
    (
        "another place",
        power_hours(place="Latitude  45.0000   Longitude 8.0000"),
        "the file is of 45, 8 but Sepaku lies at -0.87, 116.78",
    ),
    ("semicolons", power_hours().replace(",", ";"), "line 11: columns are parted by semicolons"),
    ("months", climatology(), "the file has months only; give it to read_climatology"),
    (
        "PVGIS cut before the table",
        pvgis_hours().partition("time,")[0],
        "no line of columns begins with time",
    ),
    (
        "PVGIS of a tilted plane",
        pvgis_hours(slope="35 deg. (optimum)"),
        "line 7: Slope is 35°; download slope 0",
    ),
    ("PVGIS without light", pvgis_hours("H_sun,T2m,WS10m,Int"), "line 10: column Gb(i) is missing"),
    (
        "PVGIS odd time",
        changed(pvgis_hours(), PVGIS_LINE, "2016-01-01"),
        "line 14: time is '2016-01-01'; give a time like 20160101:0010",
    ),
    (
        "PVGIS missing hour",
        changed(pvgis_hours(), PVGIS_LINE, "20160101:0510"),
        "line 14: 2016-01-01 05:00 follows 2016-01-01 02:00",
    ),
    (
        "PVGIS doubled hour",
        changed(pvgis_hours(), PVGIS_LINE, "20160101:0210"),
        "line 14: 2016-01-01 02:00 comes twice",
    ),
    (
        "PVGIS another place",
        changed(pvgis_hours(), "-0.870", "48.172"),
        "the file is of 48.172, 116.78 but Sepaku lies at",
    ),
    ("typical year cut off", pvgis_typical()[:-9000], "line "),
]


@pytest.mark.parametrize(("text", "sentence"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_damaged_file_is_refused_in_one_sentence_that_says_where(text, sentence):
    with pytest.raises(WeatherFileError) as error:
        parse_csv(text)
    assert str(error.value).startswith(sentence)
    assert "; " in str(error.value) or "," in str(error.value)
    assert "\n" not in str(error.value)


BAD_MONTHS = [
    ("semicolons", climatology().replace(",", ";"), "line 11: columns are parted by semicolons"),
    ("no columns", power_hours(), "no line of columns begins with PARAMETER,"),
    (
        "no light",
        climatology().replace("ALLSKY_SFC_SW_DWN,", "RH2M,"),
        "line 11: no row ALLSKY_SFC_SW_DWN below",
    ),
    ("fill value", climatology().replace("4.7000", "-999", 1), "line 13: FEB is -999, a missing value"),
    ("no May", climatology().replace(",MAY", ",MEI"), "line 11: column MAY is missing"),
    (
        "another place",
        climatology().replace("116.78", "16.78"),
        "the file is of -0.87, 16.78 but Sepaku lies at",
    ),
    ("MJ called kWh", climatology(scale=3.6), "line 13: JAN is 15.8400 a day; give a number from 0.1 to 13"),
]


@pytest.mark.parametrize(
    ("text", "sentence"), [row[1:] for row in BAD_MONTHS], ids=[row[0] for row in BAD_MONTHS]
)
def test_damaged_months_are_refused_in_one_sentence(tmp_path, text, sentence):
    path = tmp_path / "months.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WeatherFileError) as error:
        read_climatology(path)
    assert str(error.value).startswith(sentence)


def test_hours_in_utc_need_a_place_of_whole_hours():
    kathmandu = replace(SEPAKU, name="Kathmandu", latitude=27.7, longitude=85.3, utc_offset=5.75)
    text = power_hours(standard="UTC", place="Latitude  27.7   Longitude 85.3")
    with pytest.raises(
        WeatherFileError, match=r"utc_offset of Kathmandu is 5\.75 h and the file's hours are UTC"
    ):
        parse_csv(text, kathmandu)
    assert parse_csv(text.replace("in UTC", "in LST"), kathmandu).days == 2


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(WeatherFileError, match=r"cuaca\.csv cannot be read .*; check its name"):
        read_csv(tmp_path / "cuaca.csv")
    picture = tmp_path / "cuaca.png"
    picture.write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(WeatherFileError, match=r"cuaca\.png is no text file"):
        read_csv(picture)


def test_a_file_is_read_from_its_path_even_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "hours.csv"
    path.write_bytes(b"\xef\xbb\xbf" + power_hours().encode())
    assert read_csv(path).ghi.tobytes() == parse_csv(power_hours()).ghi.tobytes()


# minutes


@pytest.mark.parametrize("text", [power_hours(), power_days(), pvgis_hours()], ids=["hours", "days", "PVGIS"])
def test_minutes_keep_the_energy_of_every_hour(text):
    hours = parse_csv(text)
    minutes = to_minutes(hours, SEPAKU)
    assert (minutes.step, minutes.days, minutes.start) == (1, hours.days, hours.start)
    assert minutes.ghi.reshape(-1, 60).mean(axis=1) == pytest.approx(hours.ghi, abs=1e-9)
    assert minutes.air_temperature.mean() == pytest.approx(hours.air_temperature.mean(), abs=0.05)
    assert not minutes.ghi.reshape(-1, 60)[hours.ghi == 0.0].any()


def test_minutes_follow_the_sun_within_the_hour_and_never_outshine_it():
    bright = to_minutes(parse_csv(power_hours()), SEPAKU)
    eight = bright.ghi[8 * 60 : 9 * 60]
    assert np.all(np.diff(eight) > 0.0)
    sky = sky_over(SEPAKU, date(2023, 1, 1), 2)
    above = np.zeros((2, 1440))
    above[:, sky.first_minute : sky.first_minute + sky.above.shape[1]] = sky.above
    hourly = above.reshape(-1, 60).mean(axis=1)
    possible = parse_csv(power_hours()).ghi <= hourly
    assert np.all((bright.ghi <= above.ravel() + 1e-9)[np.repeat(possible, 60)])
    # Light of an hour whose sun is almost down is spread evenly instead of piling up in the last minutes.
    dusk = parse_csv(changed(power_hours(), f"2023,1,1,18,{0.0:.6f}", "2023,1,1,18,60"))
    assert to_minutes(dusk, SEPAKU).ghi[18 * 60 : 19 * 60] == pytest.approx(np.full(60, 60.0))


def test_minutes_of_minutes_are_themselves():
    weather = preset("cerah", days=1)
    assert to_minutes(weather, SEPAKU) is weather


def test_the_panels_plane_of_a_file_is_the_one_asked_for():
    level = parse_csv(power_hours(), SEPAKU, Plane(0.0))
    assert level.poa == pytest.approx(level.ghi, abs=1e-9)
    south = parse_csv(power_hours(), SEPAKU, Plane(20.0, 180.0))
    north = parse_csv(power_hours(), SEPAKU, Plane(20.0, 0.0))
    # In January the sun stands south of Sepaku.
    assert south.daily_poa().sum() > 1.1 * north.daily_poa().sum()
