"""Make the Jupyter server of one desk; imported only after the environment is set."""

import signal

from jupyter_server.serverapp import ServerApp
from traitlets.config import Config


class DeskApp(ServerApp):
    """A Jupyter server that reads no configuration but ours."""

    name = "lentera"

    @property
    def config_file_paths(self) -> list[str]:
        """Look nowhere but in the workspace: not in the user's home, the prefix or the system."""
        return [self.config_dir]

    def init_signal(self) -> None:
        """Stop cleanly on Ctrl+C too, without Jupyter's English question."""
        super().init_signal()
        signal.signal(signal.SIGINT, self._signal_stop)


def make_server(config: Config) -> DeskApp:
    """Return a server that is configured and ready to start."""
    app = DeskApp.instance(config=config)
    app.initialize(argv=[], find_extensions=False)
    return app
