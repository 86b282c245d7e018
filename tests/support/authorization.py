#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

"""authorization.py SOCKET RULES: an authorization plug-in for Docker.

RULES holds a line `request METHOD` or `response METHOD` for what is denied, before the engine acts or after it, or
`break METHOD` for what it gives no answer to. It is read anew each time.
"""

import json
import os
import socketserver
import sys
from http.server import BaseHTTPRequestHandler

SOCKET, RULES = sys.argv[1:]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        if self.path == "/Plugin.Activate":
            self.answer({"Implements": ["authz"]})
            return
        phase = "request" if self.path.endswith("AuthZReq") else "response"
        with open(RULES, encoding="utf-8") as rules:
            lines = rules.read().splitlines()
        if f"break {asked['RequestMethod']}" in lines:
            self.close_connection = True
            return
        denied = f"{phase} {asked['RequestMethod']}" in lines
        self.answer({"Allow": not denied, "Msg": f"no {phase} of that kind" if denied else ""})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/vnd.docker.plugins.v1.1+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass

    def address_string(self):
        return "engine"


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


if os.path.exists(SOCKET):
    os.unlink(SOCKET)
Server(SOCKET, Handler).serve_forever()
