"""Answer what programs ask of a desk: whether it is there, and what may run."""

import json

from jupyter_server.base.handlers import APIHandler
from tornado import web

from lentera.lab.workspace import may_run


class AliveHandler(APIHandler):
    """Say which workspace this server serves."""

    @web.authenticated
    def get(self) -> None:
        """Answer with the workspace's folder."""
        self.finish(json.dumps({"meja": str(self.settings["lentera_desk"].root)}))


class CellsHandler(APIHandler):
    """Say which cells of a notebook may run when it is opened."""

    @web.authenticated
    def get(self) -> None:
        """Answer with ids and sources, in order, as they were delivered; empty for other notebooks."""
        allowed = may_run(self.settings["lentera_desk"], self.get_query_argument("path"))
        cells = [{"id": cell, "source": source} for cell, source in allowed.items()]
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps({"cells": cells}))
