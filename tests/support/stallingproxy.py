#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

"""stallingproxy.py PORT FOLDER: stands before the registry at PORT of this machine, and lets no content through.

Its own port it writes to FOLDER/port. Who asks for a blob waits, which FOLDER/held tells, until there is a FOLDER/go.
"""

import os
import socket
import sys
import threading
import time

PORT, FOLDER = int(sys.argv[1]), sys.argv[2]


def put(name, text):
    """Whole or not at all, though two connections do it at once."""
    new = os.path.join(FOLDER, f"{name}.{threading.get_ident()}")
    with open(new, "w", encoding="utf-8") as file:
        file.write(text)
    os.rename(new, os.path.join(FOLDER, name))


def copy(source, target, asks):
    while piece := source.recv(65536):
        if asks and piece.startswith(b"GET") and b"/blobs/" in piece.split(b"\r\n")[0]:
            put("held", "")
            while not os.path.exists(os.path.join(FOLDER, "go")):
                time.sleep(0.02)
        target.sendall(piece)
    target.shutdown(socket.SHUT_WR)


def main():
    server = socket.create_server(("127.0.0.1", 0))
    put("port", str(server.getsockname()[1]))
    while True:
        near, _ = server.accept()
        far = socket.create_connection(("127.0.0.1", PORT))
        for ends in ((near, far, True), (far, near, False)):
            threading.Thread(target=copy, args=ends, daemon=True).start()


main()
