#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every crate and npm package that we build on may be used and passed on with what is Apache-2.0.

Reads the SPDX expression of each package that cargo can reach from ours, on any platform and with
any feature, and of each in a lock file of npm, and asks whether the licenses allowed below satisfy it.
"""

import json
import re

import common

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OpenSSL",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "Apache-2.0 WITH LLVM-exception",
    # The client half of the SDK: linking with it asks nothing of our own code.
    "GPL-3.0-or-later WITH Classpath-exception-2.0",
}

# What a crate's manifest does not say, or says wrongly: (name, version) -> what holds, and why.
CLARIFIED = {
    # Names a file only; the file holds these three.
    ("ring", "0.16.20"): "ISC AND MIT AND OpenSSL",
    # The manifest says GPL-3.0-only, the header of every source file Apache-2.0.
    ("pallet-migrations", "20.0.0"): "Apache-2.0",
    # A list of names that a tool of the build reads; nothing of it is passed on.
    ("spdx-exceptions", "2.5.0"): "CC0-1.0",
}


def tokens(expression):
    # An old form of OR.
    return re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))


def satisfied(expression, allowed=ALLOWED):
    """Do the allowed licenses satisfy this SPDX expression? Raises ValueError if it is none."""
    rest = tokens(expression)

    def take(expected=None):
        if not rest or (expected and rest[0] != expected):
            raise ValueError(f"not an SPDX expression: {expression}")
        return rest.pop(0)

    def either():
        value = both()
        while rest and rest[0] == "OR":
            take()
            value = both() or value
        return value

    def both():
        value = single()
        while rest and rest[0] == "AND":
            take()
            value = single() and value
        return value

    def single():
        name = take()
        if name == "(":
            value = either()
            take(")")
            return value
        if name in (")", "AND", "OR", "WITH"):
            raise ValueError(f"not an SPDX expression: {expression}")
        if rest and rest[0] == "WITH":
            take()
            return f"{name} WITH {take()}" in allowed
        return name in allowed

    value = either()
    if rest:
        raise ValueError(f"not an SPDX expression: {expression}")
    return value


def reachable(metadata):
    """The packages that ours lead to."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    packages = {package["id"]: package for package in metadata["packages"]}
    seen, queue = set(), list(metadata["workspace_members"])
    while queue:
        id = queue.pop()
        if id not in seen:
            seen.add(id)
            queue += [dependency["pkg"] for dependency in nodes[id]["deps"]]
    return sorted((packages[id] for id in seen), key=lambda package: package["name"])


def fault(name, version, license):
    """What is wrong with the license of a package, if anything is."""
    expression = CLARIFIED.get((name, version), license)
    if not expression:
        return f"{name} {version}: its manifest names no license"
    try:
        return None if satisfied(expression) else f"{name} {version}: {expression} is not allowed"
    except ValueError as error:
        return f"{name} {version}: {error}"


def findings(metadata):
    faults = (
        fault(package["name"], package["version"], package["license"])
        for package in reachable(metadata)
    )
    return [each for each in faults if each]


def locked(lock):
    """What a lock file of npm takes from others, to run, build or test; not what may be absent."""
    for path, package in lock["packages"].items():
        if "node_modules/" in path and not package.get("link") and not package.get("optional"):
            yield path.rpartition("node_modules/")[2], package["version"], package.get("license")


def npm_findings(lock):
    return [each for each in (fault(*package) for package in locked(lock)) if each]


if __name__ == "__main__":
    metadata = common.metadata()
    found, many = findings(metadata), len(reachable(metadata))
    for path in common.files():
        if path.name == "package-lock.json":
            lock = json.loads((common.ROOT / path).read_text())
            found += [f"{path}: {each}" for each in npm_findings(lock)]
            many += len(list(locked(lock)))
    common.finish(found, f"{many} packages, all allowed")
