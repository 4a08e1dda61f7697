# SPDX-License-Identifier: Apache-2.0
"""Prints what every call weighs at its largest, what part of a block that is, and how it changed.

    table.py [REVISION]

REVISION is what to compare with, HEAD unless said. Reads the files that the benchmarks wrote."""

import re
import subprocess
import sys
from pathlib import Path

FOLDER = "runtime/src/weights"
# Picoseconds that ordinary transactions may take of a block: three quarters of a second.
NORMAL = 750_000_000_000
# RocksDB's, as the SDK has them and the runtime books them, in picoseconds.
READ, WRITE = 25_000_000, 100_000_000

FUNCTION = re.compile(
    r"((?:[ \t]*///[^\n]*\n)*)[ \t]*fn (\w+)\s*\(([^)]*)\) -> Weight \{\n(.*?)\n\t\}", re.S
)
RANGE = re.compile(r"range of component `(\w+)` is `\[(\d+), (\d+)\]`")
TERM = re.compile(
    r"from_parts\((?P<time>[\d_]+), \d+\)(?:\.saturating_mul\((?P<by>\w+)\.into\(\)\))?"
    r"|\.(?P<kind>reads|writes)\((?:\((?P<slope>\d+)_u64\)\.saturating_mul\((?P<of>\w+)\.into\(\)\)"
    r"|(?P<count>\d+))\)"
)


def largest(comments, body):
    """Picoseconds of a call whose components are all at their largest."""
    most = {name: int(high) for name, _, high in RANGE.findall(comments)}
    total = 0
    for term in TERM.finditer(body):
        if term["time"]:
            total += int(term["time"].replace("_", "")) * (most[term["by"]] if term["by"] else 1)
        else:
            cost = READ if term["kind"] == "reads" else WRITE
            times = int(term["slope"]) * most[term["of"]] if term["slope"] else int(term["count"])
            total += cost * times
    return total


def weights(files):
    """Picoseconds by pallet and call."""
    return {
        (name, function): largest(comments, body)
        for name, text in files.items()
        for comments, function, _, body in FUNCTION.findall(text)
    }


def now():
    return {path.stem: path.read_text() for path in sorted(Path(FOLDER).glob("*.rs"))}


def at(revision):
    def git(*arguments):
        done = subprocess.run(["git", *arguments], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{revision}: {done.stderr.strip()}")
        return done.stdout

    names = git("ls-tree", "--name-only", revision, f"{FOLDER}/").split()
    return {Path(name).stem: git("show", f"{revision}:{name}") for name in names}


def main(arguments):
    if len(arguments) > 1:
        sys.exit(__doc__)
    before = weights(at(arguments[0] if arguments else "HEAD"))
    after = weights(now())
    print(f"{'call, at its largest':58}{'us':>10}{'block':>9}{'change':>10}")
    for pallet, call in sorted(before | after):
        key = (pallet, call)
        if key not in after:
            print(f"{pallet + '.' + call:58}{'':>19}{'gone':>10}")
            continue
        time, old = after[key], before.get(key)
        change = "new" if old is None else f"{(time - old) / old:+.1%}" if old else "from 0"
        print(f"{pallet + '.' + call:58}{time / 1e6:>10.0f}{time / NORMAL:>9.2%}{change:>10}")


main(sys.argv[1:])
