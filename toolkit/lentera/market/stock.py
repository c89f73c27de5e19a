"""The store room as a ledger: what is free, what is reserved, what moved and why; never below nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from lentera.market.goods import Batch
from lentera.market.refusal import refusal


class Move(StrEnum):
    """Name why pieces moved."""

    OPENING = "stok_awal"
    RESTOCK = "isi_stok"
    RESERVE = "cadangkan"
    RELEASE = "lepas"
    OUT = "keluar"
    BACK = "kembali"
    REPLACEMENT = "pengganti"
    WRITTEN_OFF = "rusak"
    CONSIGNED = "titip"
    UNSOLD = "ambil_titipan"


@dataclass(frozen=True)
class Pick:
    """Hold how many pieces of one batch belong together."""

    batch: str
    product: str
    count: int


@dataclass(frozen=True)
class StockRow:
    """Be one row of the ledger.

    Attributes
    ----------
    free, reserved : int
        By how many pieces the two changed; their sum is the change of what is on hand.
    order : int
        Number of the order, or 0.
    """

    at: str
    move: Move
    batch: str
    product: str
    free: int
    reserved: int
    order: int = 0
    note: str = ""


@dataclass(frozen=True)
class Ledger:
    """Hold the batches as they are now, and every row that made them so."""

    batches: tuple[Batch, ...] = ()
    rows: tuple[StockRow, ...] = ()

    @classmethod
    def opening(cls, batches: Iterable[Batch], at: str) -> "Ledger":
        """Open the ledger with the stock of the first day."""
        ledger = cls()
        for batch in batches:
            empty = replace(batch, free=0, reserved=0)
            ledger = cls((*ledger.batches, empty), ledger.rows)
            pick = Pick(batch.code, batch.product, batch.free)
            ledger = ledger._moved(at, Move.OPENING, [pick], free=1)
        return ledger

    def free(self, product: str, day: str = "") -> int:
        """Count the free pieces of a product; with a day only those that may still be eaten then."""
        return sum(batch.free for batch in self._of(product) if batch.expires >= day)

    def reserved(self, product: str) -> int:
        """Count the pieces of a product that orders wait for."""
        return sum(batch.reserved for batch in self._of(product))

    def on_hand(self, product: str) -> int:
        """Count the pieces of a product in the store: free and reserved."""
        return self.free(product) + self.reserved(product)

    def batch(self, code: str) -> Batch:
        """Return a batch.

        Raises
        ------
        MarketError
            When there is none of that code.
        """
        for batch in self.batches:
            if batch.code == code:
                return batch
        raise refusal("no_such_batch")

    def pick(self, product: str, count: int, day: str) -> tuple[Pick, ...]:
        """Choose free pieces, those that expire first before the others; none when there are too few."""
        if self.free(product, day) < count:
            return ()
        picks = []
        for batch in sorted(self._of(product), key=lambda batch: (batch.expires, batch.code)):
            taken = min(batch.free, count) if batch.expires >= day else 0
            if taken:
                picks.append(Pick(batch.code, product, taken))
                count -= taken
        return tuple(picks)

    def reserve(self, at: str, picks: Iterable[Pick], order: int) -> "Ledger":
        """Set pieces aside for an order."""
        return self._moved(at, Move.RESERVE, picks, free=-1, reserved=1, order=order)

    def release(self, at: str, picks: Iterable[Pick], order: int) -> "Ledger":
        """Make the pieces of a cancelled order free again."""
        return self._moved(at, Move.RELEASE, picks, free=1, reserved=-1, order=order)

    def take_out(self, at: str, picks: Iterable[Pick], order: int) -> "Ledger":
        """Let reserved pieces leave the store with the courier."""
        return self._moved(at, Move.OUT, picks, reserved=-1, order=order)

    def put_back(self, at: str, picks: Iterable[Pick], order: int) -> "Ledger":
        """Take in the pieces that the courier brought back."""
        return self._moved(at, Move.BACK, picks, free=1, order=order)

    def replace(self, at: str, picks: Iterable[Pick], order: int) -> "Ledger":
        """Let free pieces leave the store as a replacement."""
        return self._moved(at, Move.REPLACEMENT, picks, free=-1, order=order)

    def write_off(self, at: str, pick: Pick, reason: str) -> "Ledger":
        """Take damaged free pieces out for good; their reason stays in the ledger."""
        return self._moved(at, Move.WRITTEN_OFF, [pick], free=-1, note=reason)

    def consign(self, at: str, picks: Iterable[Pick]) -> "Ledger":
        """Let free pieces leave for a stall that sells them for the shop."""
        return self._moved(at, Move.CONSIGNED, picks, free=-1)

    def take_unsold(self, at: str, picks: Iterable[Pick]) -> "Ledger":
        """Take in pieces that the stall did not sell."""
        return self._moved(at, Move.UNSOLD, picks, free=1)

    def restock(self, at: str, batch: Batch) -> "Ledger":
        """Take in a new batch.

        Raises
        ------
        MarketError
            When its code is in use, or it has expired already.
        """
        if any(known.code == batch.code for known in self.batches):
            raise refusal("batch_known", batch=batch.code)
        if batch.expires < at[:10]:
            raise refusal("batch_expired")
        added = Ledger((*self.batches, replace(batch, free=0, reserved=0)), self.rows)
        return added._moved(at, Move.RESTOCK, [Pick(batch.code, batch.product, batch.free)], free=1)

    def expired(self, day: str) -> tuple[Batch, ...]:
        """List the batches with free pieces that may no longer be eaten on a day."""
        return tuple(batch for batch in self.batches if batch.free and batch.expires < day)

    def _of(self, product: str) -> list[Batch]:
        return [batch for batch in self.batches if batch.product == product]

    def _moved(
        self,
        at: str,
        move: Move,
        picks: Iterable[Pick],
        *,
        free: int = 0,
        reserved: int = 0,
        order: int = 0,
        note: str = "",
    ) -> "Ledger":
        """Move picked pieces; ``free`` and ``reserved`` are the signs of the change."""
        batches, rows = {batch.code: batch for batch in self.batches}, list(self.rows)
        for pick in picks:
            batch = batches[pick.batch]
            moved = replace(
                batch,
                free=batch.free + free * pick.count,
                reserved=batch.reserved + reserved * pick.count,
            )
            if moved.free < 0 or moved.reserved < 0:
                raise refusal(
                    "not_enough_stock", thing=batch.code, free=str(batch.free), need=str(pick.count)
                )
            batches[pick.batch] = moved
            rows.append(
                StockRow(
                    at, move, pick.batch, pick.product, free * pick.count, reserved * pick.count, order, note
                )
            )
        return Ledger(tuple(batches.values()), tuple(rows))
