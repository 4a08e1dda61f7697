#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What no file here may hold.

Paths of one machine; hosts of package registries, which ordinary clients know by themselves;
code that is not written yet and tests that do not run; a `TODO` without an issue; the word
`license` in another spelling.
"""

import re

import common

RUST = {".rs"}
CODE = {".js", ".mjs", ".py", ".rs", ".sh", ".toml", ".ts", ".tsx", ""}
# (what is found, in which kinds of file, the pattern)
RULES = [
    (
        "a path of one machine",
        None,
        r"(?<![\w.~$}/-])/(?:root|home/[a-z]\w*|work|Users/\w+)/|\b[A-Z]:\\\\?Users\\",
    ),
    (
        "a package registry's host",
        None,
        r"\b(?:index|static)\.crates\.io|\bpypi\.org|pythonhosted\.org|registry\.npmjs\.org"
        r"|\b(?:deb|security|snapshot)\.debian\.org",
    ),
    ("code that is not written yet", RUST, r"\b(?:todo|unimplemented)!"),
    ("a left-over of debugging", RUST, r"\bdbg!"),
    ("a test that does not run", RUST, r"#\[ignore|#\[cfg\(any\(\)\)\]"),
    ("a test that does not run", {".js", ".mjs", ".ts", ".tsx"}, r"\b(?:it|test|describe)\.(?:skip|only)\("),
    ("a TODO without an issue's number", CODE, r"\b(?:TODO|FIXME|XXX)\b(?!\(#\d+\))"),
    ("'license' in another spelling", CODE, r"(?i)\blicence"),
]
# They name what they look for.
EXEMPT = {"scripts/checks/words.py", "scripts/checks/selftest.py"}
# Written by cargo, whose name for its default registry is a fixed address.
EXEMPT_LOCKS = {"Cargo.lock"}


def findings(root=common.ROOT):
    found = []
    for path in common.files(root):
        if str(path) in EXEMPT or path.name in EXEMPT_LOCKS:
            continue
        content = common.text(root, path)
        if content is None:
            continue
        for number, line in enumerate(content.splitlines(), 1):
            for what, suffixes, pattern in RULES:
                if suffixes is not None and path.suffix not in suffixes:
                    continue
                match = re.search(pattern, line)
                if match:
                    found.append(f"{path}:{number}: {what}: {match.group(0)}")
    return found


if __name__ == "__main__":
    common.finish(findings(), "no path, host or unfinished code")
