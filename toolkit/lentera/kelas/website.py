"""The verbs of the website."""

import sys
from typing import TYPE_CHECKING

from lentera.kelas import opening
from lentera.kelas.opening import calmly

if TYPE_CHECKING:
    from lentera.widgets.activity_widget import ActivityWidget


@calmly
def editor_halaman(tugas: str = "s03-profil", *, halaman: str = "index.html") -> "ActivityWidget":
    """Show the page editor: code, live preview, an outline to listen to, and the check."""
    from lentera.widgets.editor.session import EditorSession  # noqa: PLC0415 - see `kelas`

    return opening.show(EditorSession(opening.here(), tugas, *opening.judged(tugas), page=halaman))


@calmly
def cek_halaman(nama: str = "index.html", *, semua: bool = False) -> None:
    """Show the first finding on a page of the website, or all of them."""
    from IPython.display import HTML, display  # noqa: PLC0415 - see `kelas`

    from lentera.widgets.editor.magic import findings_html  # noqa: PLC0415 - see `kelas`

    display(HTML(findings_html(opening.here(), nama, every=semua)))


@calmly
def cari_lima(tugas: str = "s03-cari-lima") -> "ActivityWidget":
    """Show a page in which five things are not right yet, to be found."""
    from lentera.widgets.find_five.session import FindFiveSession  # noqa: PLC0415 - see `kelas`

    return opening.show(FindFiveSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def cek_kontras(tugas: str = "s05-situs") -> "ActivityWidget":
    """Show the pairs of colours on her pages with their contrast, and named palettes to choose from."""
    from lentera.widgets.contrast.session import ContrastSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ContrastSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def peta_tautan(tugas: str = "s05-situs") -> "ActivityWidget":
    """Show which page leads where, and which link leads nowhere."""
    from lentera.widgets.link_map.session import LinkMapSession  # noqa: PLC0415 - see `kelas`

    return opening.show(LinkMapSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def kartu_produk(tugas: str = "s09-katalog") -> "ActivityWidget":
    """Show product cards as a form and as HTML, each following the other."""
    from lentera.widgets.product_card.session import ProductCardSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ProductCardSession(opening.here(), tugas, *opening.judged(tugas)))


@calmly
def terbit(tugas: str = "s09-katalog") -> "ActivityWidget":
    """Show the list to go through before publishing, and publish the website."""
    from lentera.widgets.publish.session import PublishSession  # noqa: PLC0415 - see `kelas`

    return opening.show(PublishSession(opening.here(), tugas))


@calmly
def etalase(tugas: str = "s05-umpan-balik") -> "ActivityWidget":
    """Show the shops of the class, with a place for one good thing and one wish."""
    from lentera.widgets.showroom.session import ShowroomSession  # noqa: PLC0415 - see `kelas`

    return opening.show(ShowroomSession(opening.here(), tugas))


@calmly
def write_page(nama: str, isi: str) -> None:
    """Write a cell as a page of the website and show it: the magic ``%%halaman nama.html``."""
    from IPython.display import HTML, display  # noqa: PLC0415 - see `kelas`

    from lentera.widgets.editor.magic import page_output  # noqa: PLC0415 - see `kelas`

    display(HTML(page_output(opening.here(), nama, isi)))


def offer_magic() -> None:
    """Let cells begin with ``%%halaman``, where there are cells; IPython is not loaded for it."""
    module = sys.modules.get("IPython")
    shell = module.get_ipython() if module else None
    if shell is not None:
        shell.register_magic_function(write_page, "cell", "halaman")
