# SPDX-License-Identifier: Apache-2.0
"""What the tests share: the CLI under test, and a development node for the time of a test."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.request

AGORA_CLI = os.environ.get("AGORA_CLI")
AGORA_NODE = os.environ.get("AGORA_NODE")

# How long a node may take to answer, on a machine that has other things to do.
PATIENCE = 120


def agora(*arguments, env=None):
    """Runs `agora --json`; its status and its envelope."""
    if not AGORA_CLI:
        raise unittest.SkipTest("AGORA_CLI does not name the binary of the command")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("AGORA_")}
    done = subprocess.run(
        [AGORA_CLI, "--json", *map(str, arguments)],
        env=inherited | (env or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


def result(*arguments, env=None):
    """The same for what must work: its result."""
    status, envelope = agora(*arguments, env=env)
    if status != 0:
        raise AssertionError(f"agora {' '.join(map(str, arguments))}: {envelope}")
    return envelope["result"]


def free_port():
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def node():
    """A development node under instant sealing; the address of its RPC."""
    if not AGORA_NODE:
        raise unittest.SkipTest("AGORA_NODE does not name the binary of a node")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="agora-tests-python-"))
    port = free_port()
    with open(folder / "node.log", "wb") as log:
        child = subprocess.Popen(
            [AGORA_NODE, "--dev", "--sealing=instant", f"--rpc-port={port}"]
            + [f"--base-path={folder / 'chain'}", "--listen-addr=/ip4/127.0.0.1/tcp/0"]
            + ["--no-mdns", "--no-prometheus", "--no-telemetry", "--no-hardware-benchmarks"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        asked = {"jsonrpc": "2.0", "id": 1, "method": "system_health", "params": []}
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}",
            json.dumps(asked).encode(),
            {"Content-Type": "application/json"},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        started = time.monotonic()
        while True:
            with contextlib.suppress(OSError):
                if "result" in json.load(opener.open(request, timeout=1)):
                    break
            if child.poll() is not None or time.monotonic() - started > PATIENCE:
                log = (folder / "node.log").read_text(errors="replace")
                raise AssertionError(f"the node does not answer:\n{log}")
            time.sleep(0.05)
        yield f"ws://127.0.0.1:{port}"
    finally:
        child.kill()
        child.wait()
        shutil.rmtree(folder, ignore_errors=True)
