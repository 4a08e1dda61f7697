#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One release of the Polkadot SDK, and no other.

The lock file holds one version of every SDK crate, the one that the release's manifest names
(`sdk-2609.2.0.txt`), and nothing from git. The root manifest pins every SDK crate with `=` to that
number; the members take theirs from it. The highest number on the registry is often another
release's, so an upgrade replaces the list first.
"""

import pathlib
import re
import tomllib

import common

LIST = "sdk-2609.2.0.txt"
PREFIXES = ("sp-", "sc-", "frame-", "pallet-", "substrate-")
# Of the same name, but released on their own.
APART = {"frame-decode", "frame-metadata"}


def release(path=pathlib.Path(__file__).with_name(LIST)):
    """The release's numbers, by crate."""
    lines = path.read_text().splitlines()
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def tables(manifest):
    """Every dependency in a manifest, as (name of the crate, what is asked of it)."""
    holders = [manifest, *manifest.get("target", {}).values(), manifest.get("workspace", {})]
    for holder in holders:
        for table in ("dependencies", "dev-dependencies", "build-dependencies"):
            for key, asked in holder.get(table, {}).items():
                asked = asked if isinstance(asked, dict) else {"version": asked}
                yield asked.get("package", key), asked
    for patch in manifest.get("patch", {}).values():
        yield from ((key, asked) for key, asked in patch.items() if isinstance(asked, dict))


def findings(root=common.ROOT, numbers=None):
    numbers = release() if numbers is None else numbers
    found = []

    lock = tomllib.loads((root / "Cargo.lock").read_text())
    versions = {}
    for package in lock["package"]:
        name, source = package["name"], package.get("source", "")
        if source.startswith("git+"):
            found.append(f"Cargo.lock: {name} {package['version']} comes from git")
        if source and (name.startswith(PREFIXES) or name in numbers):
            versions.setdefault(name, []).append(package["version"])
    for name, present in sorted(versions.items()):
        if len(present) > 1:
            found.append(f"Cargo.lock: {name} in {len(present)} versions: {', '.join(present)}")
        elif name not in numbers:
            if name not in APART:
                found.append(f"Cargo.lock: {name} {present[0]} is not part of the release ({LIST})")
        elif present[0] != numbers[name]:
            found.append(f"Cargo.lock: {name} {present[0]}, the release has {numbers[name]}")

    for path in common.files(root):
        if path.name != "Cargo.toml":
            continue
        manifest = tomllib.loads((root / path).read_text())
        for name, asked in tables(manifest):
            if "git" in asked:
                found.append(f"{path}: {name} comes from git")
            if name not in numbers:
                continue
            version = asked.get("version")
            if asked.get("workspace"):
                continue
            if "workspace" not in manifest:
                found.append(f"{path}: {name} must be taken from the workspace")
            elif version != f"={numbers[name]}":
                found.append(f'{path}: {name} is "{version}", must be "={numbers[name]}"')
    return found


if __name__ == "__main__":
    common.finish(findings(), "one release of the SDK, pinned, nothing from git")
