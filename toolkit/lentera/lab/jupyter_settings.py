"""Configure Jupyter at launch; nothing is read from or written to the user's home or the prefix."""

import os
from pathlib import Path
from typing import Any

from traitlets.config import Config

from lentera.desk import Desk

HERE = Path(__file__).parent
LABEXTENSIONS = HERE / "labextensions"
SETTINGS = HERE / "settings"

CULL_AFTER = 600
"""Idle time after which a kernel without an open page is stopped [s]; 4 GB hold few kernels."""

# Widgets arrive as blob: modules, and Jupyter's own bundles evaluate templates.
_CONTENT_SECURITY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' ws://127.0.0.1:* data: blob:; worker-src 'self' blob:; "
    "frame-src 'self' blob: data:; frame-ancestors 'self'; form-action 'self'; base-uri 'self'; "
    "object-src 'none'"
)
"""What a notebook page may load: this laptop and nothing else."""


def jupyter_folder(desk: Desk) -> Path:
    """Return the private folder that Jupyter writes to."""
    return desk.private / "jupyter"


def environment(desk: Desk) -> dict[str, str]:
    """Return the variables that keep Jupyter and its kernels inside the workspace."""
    folder = jupyter_folder(desk)
    return {
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # One thread is plenty for a lamp, and each idle one costs memory in every kernel.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


def server_config(desk: Desk, port: int, token: str) -> Config:
    """Return the whole configuration of the learner's server."""
    config = Config()
    server: dict[str, Any] = {
        "ip": "127.0.0.1",
        "port": port,
        "port_retries": 0,
        "allow_remote_access": False,
        "allow_unauthenticated_access": False,
        "allow_root": True,
        "root_dir": str(desk.root),
        "default_url": "/lentera/",
        "open_browser": False,
        "quit_button": False,
        "terminals_enabled": False,
        "reraise_server_extension_failures": True,
        "jpserver_extensions": {
            "lentera.lab.server_extension": True,
            "jupyterlab": True,
            "notebook": True,
            "notebook_shim": True,
        },
        "tornado_settings": {"headers": {"Content-Security-Policy": _CONTENT_SECURITY}},
    }
    config.ServerApp.update(server)
    config.Application.logging_config = _log_to_file(desk)
    config.Application.log_level = "WARN"
    config.IdentityProvider.token = token
    config.MappingKernelManager.cull_idle_timeout = CULL_AFTER
    config.MappingKernelManager.cull_interval = 60
    config.MappingKernelManager.cull_connected = False
    config.MappingKernelManager.transport_encryption = "auto"
    config.KernelSpecManager.allowed_kernelspecs = {"python3"}
    config.LabServerApp.app_settings_dir = str(SETTINGS)
    config.LabServerApp.extra_labextensions_path = [str(LABEXTENSIONS)]
    config.LabApp.extension_manager = "readonly"
    config.LabApp.news_url = ""
    return config


def apply_environment(desk: Desk) -> None:
    """Set `environment` for this process and its kernels; call before Jupyter is imported."""
    os.environ.update(environment(desk))


def _log_to_file(desk: Desk) -> dict[str, Any]:
    """Keep Jupyter's own messages out of the learner's sight, and the file small."""
    return {
        "handlers": {
            "file": {
                "class": "logging.handlers.RotatingFileHandler",
                "filename": str(desk.private / "peladen.log"),
                "maxBytes": 500_000,
                "backupCount": 1,
                "encoding": "utf-8",
                "formatter": "console",
            }
        },
        "loggers": {
            name: {"level": "WARNING", "handlers": ["file"]}
            for name in ("DeskApp", "ServerApp", "LabApp", "JupyterNotebookApp", "ExtensionApp")
        },
    }
