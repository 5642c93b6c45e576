"""A server under measurement: a process of its own on a free port of this machine."""

import http.client
import os
import pathlib
import signal
import socket
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, command: list, log: pathlib.Path):
        """Starts the command, which takes --port, and returns when its first page is there."""
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = log
        begin = time.monotonic()
        with log.open("wb") as output:
            words = [str(word) for word in [*command, "--port", self.port]]
            self.process = subprocess.Popen(words, stdout=output, stderr=subprocess.STDOUT)
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() - begin > 120:
                self.stop()
                raise RuntimeError(f"{words} did not start:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.002)
        self.start_seconds = time.monotonic() - begin

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def ask(self, request) -> http.client.HTTPResponse:
        """One answer, without following where it leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(request.method, request.path, request.body, request.headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def cpu_seconds(self) -> float:
        """The processor time that the process has used, of all its threads."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self, field: str = "VmRSS") -> float:
        """Resident memory in MB; `VmHWM` is the most it ever was."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(f"{field}:"):
                return int(line.split()[1]) / 1024
        raise KeyError(field)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
