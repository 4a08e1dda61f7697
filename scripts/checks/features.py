#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Features reach every dependency that has them.

A member that has `std`, `runtime-benchmarks` or `try-runtime` must turn the same feature on in each
dependency that has it, or a runtime builds in one configuration and not in another. Optional
dependencies are forwarded to with `?` for `std`, which must not pull them in. Dependencies of
tests and build scripts do not count.
"""

import common

FEATURES = ("std", "runtime-benchmarks", "try-runtime")


def findings(metadata):
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    found = []
    for member in sorted(metadata["workspace_members"], key=lambda id: packages[id]["name"]):
        package = packages[member]
        resolved = {
            packages[dep["pkg"]]["name"]: packages[dep["pkg"]]
            for dep in nodes[member]["deps"]
            if any(kind["kind"] is None for kind in dep["dep_kinds"])
        }
        for asked in package["dependencies"]:
            if asked["kind"] is not None or asked["name"] not in resolved:
                continue
            key = asked["rename"] or asked["name"]
            for feature in FEATURES:
                if feature not in resolved[asked["name"]]["features"]:
                    continue
                if feature not in package["features"]:
                    continue
                forwarded = package["features"][feature]
                weak = f"{key}?/{feature}"
                strong = f"{key}/{feature}"
                if asked["optional"] and feature == "std":
                    if weak not in forwarded:
                        found.append(f'{package["name"]}: `{feature}` must hold "{weak}"')
                elif strong not in forwarded and weak not in forwarded:
                    form = weak if asked["optional"] else strong
                    found.append(f'{package["name"]}: `{feature}` must hold "{form}"')
    return found


if __name__ == "__main__":
    common.finish(findings(common.metadata()), f"{', '.join(FEATURES)} reach every dependency")
