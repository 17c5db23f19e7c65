"""`calf ui`: hands this process over to Streamlit, bound to this machine."""

from __future__ import annotations

import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from kg.errors import CalfError

__all__ = ["command_line", "run"]

ADDRESS = "127.0.0.1"
APP = Path(__file__).parent.parent / "app.py"


def run(port: int, *, open_browser: bool) -> NoReturn:
    """Replace this process by Streamlit serving the page; does not return.

    Raises:
        CalfError: Streamlit is not installed, or the port is taken.
    """
    if find_spec("streamlit") is None:
        raise CalfError("The page needs Streamlit, which is not installed", 'Run: pip install -e ".[ui]"')
    if not _is_free(port):
        raise CalfError(f"Port {port} on {ADDRESS} is taken", "Choose another one with --port")
    sys.stdout.write(f"The Ask page is at http://{ADDRESS}:{port} (Ctrl+C ends it).\n")
    sys.stdout.flush()
    arguments = command_line(port, open_browser=open_browser)
    os.execv(arguments[0], arguments)  # noqa: S606  # no shell: the arguments are ours


def command_line(port: int, *, open_browser: bool) -> list[str]:
    """The command that serves the page.

    Address and privacy are flags as well as settings of `ui/.streamlit/config.toml`, because flags
    outrank the settings and environment variables that a machine may have of its own.
    """
    flags = {
        "server.address": ADDRESS,
        "server.port": str(port),
        "browser.serverAddress": ADDRESS,
        "browser.gatherUsageStats": "false",
        "client.showErrorDetails": "none",
    }
    if not open_browser:
        flags["server.headless"] = "true"
    return [
        *(sys.executable, "-m", "streamlit", "run", str(APP)),
        *(f"--{name}={value}" for name, value in flags.items()),
    ]


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True
