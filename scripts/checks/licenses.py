#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every crate that we build on may be used and passed on with what is Apache-2.0.

Reads the SPDX expression of each package that cargo can reach from ours, on any platform and with
any feature, and asks whether the licenses allowed below satisfy it.
"""

import re

import common

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
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


def findings(metadata):
    found = []
    for package in reachable(metadata):
        named = f"{package['name']} {package['version']}"
        expression = CLARIFIED.get((package["name"], package["version"]), package["license"])
        if not expression:
            found.append(f"{named}: its manifest names no license")
            continue
        try:
            if not satisfied(expression):
                found.append(f"{named}: {expression} is not allowed")
        except ValueError as error:
            found.append(f"{named}: {error}")
    return found


if __name__ == "__main__":
    metadata = common.metadata()
    common.finish(findings(metadata), f"{len(reachable(metadata))} packages, all allowed")
