"""A payment to practise with: a QR picture that says SIMULASI and no bank can read, and the fees."""

from dataclasses import dataclass
from html import escape
from typing import Final

from lentera.market.play import Market
from lentera.words import rupiah

MARK: Final = "SIMULASI"
"""Every payload begins with it, and every picture shows it."""
FACTS: Final = (
    "qris-biaya",
    "qris-pembeli",
    "qris-batas",
    "qris-daftar",
    "modus-qris-tempel",
    "modus-bukti-palsu",
)
"""Ids of the facts on paying, as ``curriculum/facts.toml`` names them."""


@dataclass(frozen=True)
class Invoice:
    """Be what a buyer is asked to pay.

    Attributes
    ----------
    name : str
        The shop's name, which the payer's screen must show.
    amount : int
        What is still due [Rp].
    payload : str
        What the QR picture holds.
    """

    order: int
    name: str
    amount: int
    payload: str


def invoice(market: Market, order: int) -> Invoice:
    """Return what the buyer of an order is asked to pay.

    Raises
    ------
    MarketError
        When there is no such order.
    """
    due = market.order(order).rest
    name = market.shop.name
    return Invoice(order, name, due, f"{MARK} | {name} | {rupiah(due)} | pesanan {order}")


def qr_svg(payload: str, title: str, description: str) -> str:
    """Draw a QR code with the word SIMULASI below it, as an SVG of its own.

    Parameters
    ----------
    payload : str
        What it holds; it must begin with ``SIMULASI``.
    title, description : str
        What a screen reader says of the picture.

    Raises
    ------
    ValueError
        When the payload is not marked.
    """
    if not payload.startswith(MARK):
        raise ValueError(f"the payload must begin with {MARK}; take the one of an invoice")
    return drawn(payload, title, description, caption=MARK)


def drawn(payload: str, title: str, description: str, caption: str) -> str:
    """Draw a QR code with a caption below it: dark squares on white in every mode, or no phone reads it."""
    import segno  # noqa: PLC0415 - only a picture needs it

    rows = list(segno.make(payload, error="m", micro=False).matrix_iter(border=4))
    side = len(rows)
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    tall = side + 6
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {side} {tall}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        f'<rect width="{side}" height="{tall}" fill="#fff"/>'
        f'<path d="{squares}" fill="#000" shape-rendering="crispEdges"/>'
        f'<text x="{side / 2}" y="{side + 2.5}" text-anchor="middle" font-size="4.5" font-weight="700" '
        f'font-family="sans-serif" fill="#000">{escape(caption)}</text></svg>'
    )
