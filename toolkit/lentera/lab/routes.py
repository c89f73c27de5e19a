"""Name the addresses of our pages."""

from lentera.lab import desk_pages as pages
from lentera.lab.desk_api import AliveHandler, CellsHandler

_SESSION = r"(s\d\d)"

ROUTES = [
    (r"/lentera/?", pages.HomePage),
    (r"/lentera/sesi", pages.SessionsPage),
    (rf"/lentera/buka/{_SESSION}", pages.OpenPage),
    (r"/lentera/tugas", pages.HandInPage),
    (r"/lentera/serahkan", pages.HandIn),
    (r"/lentera/ambil", pages.FetchFeedback),
    (r"/lentera/nilai", pages.MarksPage),
    (rf"/lentera/umpan/{_SESSION}", pages.FeedbackPage),
    (r"/lentera/cara", pages.WayOfLearningPage),
    (r"/lentera/kode", pages.LearnerCode),
    (r"/lentera/bantuan", pages.HelpPage),
    (r"/lentera/gaya/(lentera\.css|halaman\.css)", pages.StylePage),
    (r"/lentera/pulihkan", pages.Restore),
    (r"/login", pages.LoginPage),
    (r"/lentera/api/meja", AliveHandler),
    (r"/lentera/api/sel", CellsHandler),
]
