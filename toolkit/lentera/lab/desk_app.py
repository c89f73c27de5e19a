"""Make the Jupyter server of one desk; imported only after the environment is set."""

import signal
import socket

from jupyter_server.serverapp import ServerApp
from traitlets.config import Config


class DeskApp(ServerApp):
    """A Jupyter server that reads no configuration but ours."""

    name = "lentera"
    listener: socket.socket
    """Where it serves; it listens already, see `lentera.lab.running.listen`."""

    @property
    def config_file_paths(self) -> list[str]:
        """Look nowhere but in the workspace: not in the user's home, the prefix or the system."""
        return [self.config_dir]

    def _find_http_port(self) -> None:
        """Look for no port: ours is held already."""

    def _bind_http_server(self) -> None:
        """Serve on the socket that was handed over."""
        self.http_server.add_socket(self.listener)

    def init_signal(self) -> None:
        """Stop cleanly on Ctrl+C too, without Jupyter's English question."""
        super().init_signal()
        signal.signal(signal.SIGINT, self._signal_stop)


def make_server(config: Config, listener: socket.socket) -> DeskApp:
    """Return a server that is configured and ready to start."""
    app = DeskApp.instance(config=config)
    app.listener = listener
    app.initialize(argv=[], find_extensions=False)
    return app
