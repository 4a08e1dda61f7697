# SPDX-License-Identifier: Apache-2.0
"""What the checks share: the checkout's files, cargo's view of them, and how a check ends."""

import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Never ours, in a checkout without git.
SKIPPED_FOLDERS = {".git", "node_modules", "target", "dist"}


def files(root=ROOT):
    """Every file of the checkout but those that git ignores, as paths relative to it, sorted."""
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=root,
            check=True,
            capture_output=True,
        ).stdout.decode()
        found = [pathlib.Path(name) for name in set(listed.split("\0")) if name]
    else:
        found = []
        for folder, folders, names in os.walk(root):
            folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
            found += [pathlib.Path(folder, name).relative_to(root) for name in names]
    return sorted(path for path in found if (root / path).is_file())


def text(root, path):
    """A file's text, or None where it is not text."""
    try:
        return (root / path).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def metadata(root=ROOT):
    """What cargo knows of the workspace and of all it depends on, every feature turned on."""
    output = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--locked", "--all-features"],
        cwd=root,
        stdout=subprocess.PIPE,
    )
    if output.returncode != 0:
        sys.exit("cargo metadata failed: the findings are its own")
    return json.loads(output.stdout)


def finish(findings, praise):
    """Print what a check found and exit 1, or say in a sentence what holds."""
    for finding in findings:
        print(finding)
    if findings:
        sys.exit(1)
    print(praise)
