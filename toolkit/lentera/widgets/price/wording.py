"""The fixed words of the price screen."""

from typing import Any

from lentera.product.price_answer import Sums
from lentera.product.price_exercise import GROUPS
from lentera.widgets.frame import frame_words
from lentera.widgets.price.working import percent
from lentera.words import _, number, rupiah


def group_names() -> dict[str, str]:
    """Return the names of the groups of costs."""
    names = (_("Material costs"), _("Packaging costs"), _("Labour costs"), _("Other costs"))
    return dict(zip(GROUPS, names, strict=True))


def field_names() -> dict[str, str]:
    """Return the names of the fields."""
    return {
        "nama": _("Name of what is sold"),
        "bungkus": _("Packs made"),
        "margin": _("Margin in percent"),
        "tetap": _("Fixed costs of a month"),
        "hpp": _("Cost of one pack"),
        "harga": _("Selling price"),
        "impas": _("Break-even in packs"),
    }


def cost_table(sums: Sums) -> dict[str, Any]:
    """Return given costs as a table, and what else is given."""
    names = group_names()
    return {
        "caption": _("Costs for {packs} packs (example)").format(packs=number(sums.packs.value or 0)),
        "head": [_("What is paid for"), _("Group of costs"), _("Amount of money")],
        "rows": [[cost.name, names[cost.group], rupiah(cost.amount.value or 0)] for cost in sums.costs],
        "given": [
            [_("Packs made"), number(sums.packs.value or 0)],
            [_("Wanted margin"), percent(sums.margin.value or 0)],
            [_("Fixed costs of a month"), rupiah(sums.fixed.value or 0)],
        ],
    }


def price_words() -> dict[str, Any]:
    """Return every fixed word of the screen, in the interface language."""
    return {
        **frame_words(_("Cost, price and break-even")),
        "mode": _("What do you work out?"),
        "modes": [["latihan", _("Exercise with given costs")], ["sendiri", _("My own product")]],
        "example_open": _("Read the worked example"),
        "example_close": _("Close the worked example"),
        "example_title": _("Worked example: banana crisps"),
        "costs_title": _("Step 1. The costs"),
        "costs_lead": _("Write each cost for all packs together. Your own work is a cost too."),
        "given_lead": _("These costs are for all packs together."),
        "fields": field_names(),
        "cost_name": _("What is paid for"),
        "group": _("Group of costs"),
        "new_group": _("Group of the new row"),
        "groups": [[group, name] for group, name in group_names().items()],
        "amount": _("Amount of money"),
        "remove": _("Remove"),
        "add": _("Add a row"),
        "new": _("New exercise"),
        "steps": {
            "hpp": _("Step 2. Cost of one pack"),
            "harga": _("Step 3. Selling price"),
            "impas": _("Step 4. Break-even"),
        },
        "questions": {
            "hpp": _("What does one pack cost you? Add up all costs, then divide by the packs."),
            "harga": _("What must one pack sell for? The margin is part of the price."),
            "impas": _("How many packs carry the fixed costs of a month? Round up."),
        },
        "helps": {
            "hpp": _("For example Rp5.000"),
            "harga": _("For example Rp5.000"),
            "impas": _("For example 50"),
            "bungkus": _("For example 40"),
            "margin": _("For example 30"),
            "tetap": _("Rent, phone credit, tools. They are not in step 1."),
        },
        "way": _("Show how it is worked out"),
        "money_title": _("The cost in notes and coins"),
        "times": "×",
        "bars_title": _("Markup or margin?"),
        "cost_word": _("cost"),
        "profit_word": _("profit"),
        "plot_title": _("When is the month paid?"),
        "money_in": _("money in"),
        "money_out": _("money out"),
        "packs_word": _("packs"),
        "slider": _("Try another price"),
        "practice": _("Names and prices are examples."),
    }
