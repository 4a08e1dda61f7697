#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every source file names its license in its first lines."""

import common

LINE = "SPDX-License-Identifier: Apache-2.0"
# Written by a program that writes no such line.
GENERATED = ("dapp/.papi/descriptors/",)
SUFFIXES = {
    ".bash", ".cjs", ".css", ".html", ".js", ".mjs", ".py", ".rs", ".sh", ".toml", ".ts", ".tsx",
    ".yaml", ".yml",
}

# What a tool writes from the metadata, and would write anew without our line.
GENERATED = "dapp/.papi/descriptors/"


def is_source(root, path):
    if path.as_posix().startswith(GENERATED):
        return False
    if path.suffix in SUFFIXES:
        return True
    # Programs without a suffix.
    return not path.suffix and (root / path).read_bytes()[:2] == b"#!"


def findings(root=common.ROOT):
    found = []
    for path in common.files(root):
        if not str(path).startswith(GENERATED) and is_source(root, path):
            head = (common.text(root, path) or "").splitlines()[:4]
            if not any(line.rstrip(" */->").endswith(LINE) for line in head):
                found.append(f"{path}: no '{LINE}' in its first lines")
    return found


if __name__ == "__main__":
    common.finish(findings(), "every source file names its license")
