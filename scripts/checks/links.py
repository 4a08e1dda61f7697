#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Links between our own pages lead somewhere.

Relative links in Markdown must name a file or folder of the checkout, and a heading if they name
one. Pages that source files mention by their path from the top (`docs/...`) must exist.
"""

import os
import pathlib
import re

import common

INLINE = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
REFERENCE = re.compile(r"^\[[^\]]+\]:\s+<?([^\s>]+)>?", re.MULTILINE)
# Their links lead astray on purpose.
HOSTILE = pathlib.PurePath("dapp/tests/fixtures")
MENTION = re.compile(r"(?<![\w/.-])(docs/[\w./-]*\w\.md)\b")
FENCE = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1[`~]*\s*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
# Pages that are written to mislead.
HOSTILE = "dapp/tests/fixtures/"


def anchors(page):
    """The names that headings of a page can be linked by."""
    names, seen = set(), {}
    for heading in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", FENCE.sub("", page), re.MULTILINE):
        heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        count = seen.get(name, 0)
        seen[name] = count + 1
        names.add(f"{name}-{count}" if count else name)
    return names | set(re.findall(r"<a (?:id|name)=\"([^\"]+)\"", page))


def findings(root=common.ROOT):
    found = []
    for path in common.files(root):
        content = common.text(root, path)
        if content is None or path.as_posix().startswith(HOSTILE):
            continue
        if path.suffix != ".md":
            for mentioned in sorted(set(MENTION.findall(content))):
                if path.parts[:2] != ("scripts", "checks") and not (root / mentioned).exists():
                    found.append(f"{path}: mentions {mentioned}, which does not exist")
            continue
        prose = FENCE.sub("", content)
        targets = INLINE.findall(CODE.sub("", prose)) + REFERENCE.findall(prose)
        for target in targets:
            if re.match(r"[a-z][a-z0-9+.-]*:", target):
                continue
            name, _, anchor = target.partition("#")
            file = pathlib.Path(os.path.normpath(path.parent / name)) if name else path
            if not (root / file).exists():
                found.append(f"{path}: links to {target}, which does not exist")
            elif anchor and file.suffix == ".md" and anchor not in anchors(common.text(root, file)):
                found.append(f"{path}: links to {target}, and {file} has no such heading")
    return found


if __name__ == "__main__":
    common.finish(findings(), "every link between our pages resolves")
