"""A demo of Sala in a process and a folder of its own."""

import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]
# A debug build on a busy machine needs a while to rehearse the demo's calls.
SECONDS_TO_START = 300


def binary() -> pathlib.Path:
    """The program under test: SALA_BINARY, or what `swift build` made."""
    return pathlib.Path(os.environ.get("SALA_BINARY", HOME / ".build/debug/sala"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, folder: pathlib.Path, entrants: int = 60, within: tuple = ()):
        """A demo in the folder; `within` names a program, with its arguments, that becomes the demo's."""
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.log = folder / "server.log"
        self._output = self.log.open("wb")
        command = [
            *within, binary(), "demo", "--home", HOME, "--port", self.port, "--data", folder / "demo", "--entrants", entrants,
        ]
        self._process = subprocess.Popen(
            [str(word) for word in command], stdout=self._output, stderr=subprocess.STDOUT, cwd=folder)

    def wait(self) -> None:
        """Returns when the first page is there; fails with the server's own words."""
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            if self._process.poll() is not None:
                raise RuntimeError(f"the demo stopped with {self._process.returncode}:\n{self.words()}")
            try:
                urllib.request.urlopen(f"{self.address}/", timeout=5).close()
                return
            except (urllib.error.URLError, TimeoutError):
                time.sleep(0.2)
        raise RuntimeError(f"the demo did not start within {SECONDS_TO_START} s:\n{self.words()}")

    @property
    def process(self) -> int:
        return self._process.pid

    def is_running(self) -> bool:
        return self._process.poll() is None

    def words(self) -> str:
        return self.log.read_text(errors="replace")[-4000:]

    def stop(self) -> None:
        if self.is_running():
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._output.close()
