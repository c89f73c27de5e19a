"""The verbs of product and market."""

from typing import TYPE_CHECKING

from lentera.kelas import opening
from lentera.kelas.opening import calmly

if TYPE_CHECKING:
    from lentera.widgets.activity_widget import ActivityWidget


@calmly
def standar_produk(tugas: str = "s07-standar") -> "ActivityWidget":
    """Show the standard of a product: weight, tolerance, and five packs on the scale."""
    from lentera.widgets.standard.session import StandardSession  # noqa: PLC0415 - see `kelas`

    return opening.show(StandardSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def label_produk(tugas: str = "s07-label") -> "ActivityWidget":
    """Show the label with its nine elements, to fill in and to print at true size."""
    from lentera.widgets.label.session import LabelSession  # noqa: PLC0415 - see `kelas`

    return opening.show(LabelSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def rumah_produksi(nama: str = "s07-produksi") -> "ActivityWidget":
    """Show the batches that were made, the one that expires first on top."""
    from lentera.widgets.production.session import ProductionSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ProductionSession(opening.here(), nama))


@calmly
def studio_foto(tugas: str = "s07-foto") -> "ActivityWidget":
    """Show the photo studio: light, sharpness, size and background, before and after."""
    from lentera.widgets.photo.session import PhotoSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PhotoSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def hitung_hpp(tugas: str = "s07-harga") -> "ActivityWidget":
    """Show cost of goods, price from margin and break-even of her own product."""
    from lentera.widgets.price.session import PriceSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PriceSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def pasar_desa(tugas: str = "s11-pesanan") -> "ActivityWidget":
    """Show the village market: an order from the first message to the review; payment is a simulation."""
    from lentera.widgets.market.session import MarketSession  # noqa: PLC0415 - see `kelas`

    return opening.show(MarketSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def masalah_pesanan(tugas: str = "s11-masalah") -> "ActivityWidget":
    """Show four orders with a mishap, each to be settled politely."""
    from lentera.widgets.trouble.session import TroubleSession  # noqa: PLC0415 - see `kelas`

    return opening.show(TroubleSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def buku_kas(tugas: str = "s11-kas") -> "ActivityWidget":
    """Show the cash book of the market she played."""
    from lentera.widgets.cash_book.session import CashBookSession  # noqa: PLC0415 - see `kelas`

    return opening.show(CashBookSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def ulasan(tugas: str = "s11-ulasan") -> "ActivityWidget":
    """Show the review of an order and the seller's answer; the trainer marks it."""
    from lentera.widgets.review.session import ReviewSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ReviewSession(opening.here(), tugas))
