#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

"""Who may include whom: check_includes.py SRC names each include that breaks a rule below.

With --expect-faults, each line of SRC that ends in "// fault" must break one, and no other line may.
"""

import pathlib
import re
import sys

# What the files of a folder may include besides their own: folders, and single headers of others.
MAY_INCLUDE = {
    "core": [],
    "stores": ["core/"],
    "jobs": ["core/", "stores/"],
    "models": ["core/"],
    "gui": ["core/", "models/", "jobs/session.h"],
    # The commands run the jobs with a Store that is handed to them: they know none of its kinds.
    "cli": ["core/", "jobs/", "models/messages.h", "models/filestext.h", "models/formatting.h", "models/hosttext.h", "models/imagetext.h",
            "models/layertext.h", "models/losstext.h", "models/remarktext.h", "models/swarmtext.h", "models/transfertext.h", "models/undoreporttext.h", "models/undotext.h", "stores/store.h", "stores/canceltoken.h"],
    "main.cpp": ["core/", "stores/", "jobs/", "models/", "gui/", "cli/"],
}

# Values and pure functions: no objects with a thread of their own, no input or output.
NOT_IN_CORE = r"QObject|QIODevice|Q\w*File|QDir|QProcess|QThread|QMutex|QTimer|QEventLoop|f?stream|thread|mutex"

# Headers of one platform belong into the files of that platform.
PLATFORM = {
    "_unix.cpp": r"unistd\.h|fcntl\.h|pwd\.h|poll\.h|signal\.h|termios\.h|sys/.*",
    "_win.cpp": r"windows\.h|winsock2\.h|io\.h",
}

INCLUDE = re.compile(r'\s*#\s*include\s*(?:"(?P<ours>[^"]+)"|<(?P<theirs>[^>]+)>)')


def fault_in_ours(path, header):
    folder = path.parts[0]
    if folder == "gui" and header.startswith("ui_"):  # made from ui/*.ui
        return None
    for allowed in [f"{folder}/", *MAY_INCLUDE[folder]]:
        if header == allowed or allowed.endswith("/") and header.startswith(allowed):
            return None
    return f"{folder} may not include {header}"


def fault_in_theirs(path, header):
    if re.match(r"Qt\w+/", header):  # without the module, the links of the folder decide whether it is found
        return f"write <{header.split('/')[-1]}> instead of <{header}>"
    if path.parts[0] == "core" and re.fullmatch(NOT_IN_CORE, header):
        return f"core does without {header}"
    for ending, headers in PLATFORM.items():
        if re.fullmatch(headers, header) and not path.name.endswith(ending):
            return f"{header} belongs into a file named *{ending}"
    return None


def lines_and_faults(src):
    """Yields (where, line, fault or None) for each line of each source file."""
    for file in sorted(src.rglob("*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        path = file.relative_to(src)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            fault = None
            if include and include["ours"]:
                fault = fault_in_ours(path, include["ours"])
            elif include:
                fault = fault_in_theirs(path, include["theirs"])
            yield f"src/{path}:{number}", line, fault


def main(arguments):
    expects_faults = "--expect-faults" in arguments
    lines = list(lines_and_faults(pathlib.Path(arguments[-1])))
    wrong = 0
    for where, line, fault in lines:
        expected = expects_faults and line.endswith("// fault")
        if bool(fault) != expected:
            print(f"{where}: {fault or 'no fault was found here'}")
            wrong += 1
    print(f"{len(lines)} lines read, {wrong} wrong")
    return 1 if wrong or not lines else 0


sys.exit(main(sys.argv[1:]))
