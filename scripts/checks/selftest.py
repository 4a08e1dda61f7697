#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each check can fail: it is shown something bad, and something good beside it."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import common
import features
import licenses
import links
import sdk
import spdx
import words

HERE = pathlib.Path(__file__).resolve().parent


class Checkout(unittest.TestCase):
    """A folder with a few files, in place of the checkout."""

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)

    def write(self, name, content):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    def assertFinds(self, found, *parts):
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])


class Sdk(Checkout):
    NUMBERS = {"sp-core": "43.0.0", "staging-xcm": "24.0.0"}

    def lock(self, *packages):
        entries = [
            f'[[package]]\nname = "{name}"\nversion = "{version}"\nsource = "{source}"\n'
            for name, version, source in packages
        ]
        self.write("Cargo.lock", "".join(entries))

    def manifest(self, asked, table="workspace.dependencies"):
        self.write("Cargo.toml", f"[{table}]\n{asked}\n")

    def findings(self):
        return sdk.findings(self.root, self.NUMBERS)

    def setUp(self):
        super().setUp()
        self.lock(("sp-core", "43.0.0", "registry+x"), ("serde", "1.0.0", "registry+x"))
        self.manifest('sp-core = { version = "=43.0.0", default-features = false }\nserde = "1"')

    def test_passes(self):
        self.assertEqual(self.findings(), [])

    def test_fails_on_two_versions(self):
        self.lock(("sp-core", "43.0.0", "registry+x"), ("sp-core", "42.0.0", "registry+x"))
        self.assertFinds(self.findings(), "sp-core in 2 versions")

    def test_fails_on_another_release(self):
        self.lock(("staging-xcm", "25.0.0", "registry+x"))
        self.assertFinds(self.findings(), "staging-xcm 25.0.0, the release has 24.0.0")

    def test_fails_on_a_crate_that_the_release_lacks(self):
        self.lock(("sc-unheard-of", "1.0.0", "registry+x"))
        self.assertFinds(self.findings(), "sc-unheard-of", "not part of the release")

    def test_fails_on_git_in_the_lock_file(self):
        self.lock(("serde", "1.0.0", "git+https://example.org/serde"))
        self.assertFinds(self.findings(), "serde 1.0.0 comes from git")

    def test_fails_on_git_in_a_manifest(self):
        self.manifest('serde = { git = "https://example.org/serde" }')
        self.assertFinds(self.findings(), "serde comes from git")

    def test_fails_on_a_loose_pin(self):
        self.manifest('sp-core = "43.0.0"')
        self.assertFinds(self.findings(), 'must be "=43.0.0"')

    def test_fails_on_a_renamed_loose_pin(self):
        self.manifest('core = { package = "sp-core", version = "43" }')
        self.assertFinds(self.findings(), 'must be "=43.0.0"')

    def test_fails_on_a_version_in_a_member(self):
        self.write("node/Cargo.toml", '[dependencies]\nsp-core = "=43.0.0"\n')
        self.assertFinds(self.findings(), "node/Cargo.toml", "from the workspace")

    def test_reads_the_checked_in_list(self):
        self.assertEqual(sdk.release()["sp-core"], "43.0.0")


class Licenses(unittest.TestCase):
    def satisfied(self, expression):
        return licenses.satisfied(expression, {"MIT", "ISC", "GPL-3.0-only WITH X-exception"})

    def test_evaluates_expressions(self):
        for expression in (
            "MIT",
            "MIT OR AGPL-3.0-only",
            "AGPL-3.0-only / MIT",
            "AGPL-3.0-only/MIT",
            "MIT AND ISC",
            "(AGPL-3.0-only OR MIT) AND ISC",
            "AGPL-3.0-only OR MIT AND ISC",
            "GPL-3.0-only WITH X-exception",
        ):
            self.assertTrue(self.satisfied(expression), expression)
        for expression in (
            "AGPL-3.0-only",
            "MIT AND AGPL-3.0-only",
            "(MIT OR ISC) AND AGPL-3.0-only",
            "AGPL-3.0-only OR MIT AND LGPL-2.1-only",
            "GPL-3.0-only",
            "MIT WITH X-exception",
        ):
            self.assertFalse(self.satisfied(expression), expression)

    def test_refuses_what_is_no_expression(self):
        for expression in ("", "MIT OR", "(MIT", "MIT ISC", "AND MIT"):
            with self.assertRaises(ValueError, msg=expression):
                self.satisfied(expression)

    def findings(self, license):
        ours = {"id": "ours", "name": "ours", "version": "1.0.0", "license": "Apache-2.0"}
        other = {"id": "other", "name": "other", "version": "1.0.0", "license": license}
        stray = {"id": "stray", "name": "stray", "version": "1.0.0", "license": "AGPL-3.0-only"}
        return licenses.findings(
            {
                "workspace_members": ["ours"],
                "packages": [ours, other, stray],
                "resolve": {
                    "nodes": [
                        {"id": "ours", "deps": [{"pkg": "other"}]},
                        {"id": "other", "deps": []},
                        {"id": "stray", "deps": []},
                    ]
                },
            }
        )

    def test_finds_only_what_is_reached(self):
        self.assertEqual(self.findings("MIT"), [])
        self.assertEqual(
            self.findings("AGPL-3.0-only"), ["other 1.0.0: AGPL-3.0-only is not allowed"]
        )
        self.assertEqual(self.findings(None), ["other 1.0.0: its manifest names no license"])

    def test_finds_what_a_lock_file_of_npm_takes(self):
        packages = {
            "": {"name": "ours"},
            "node_modules/good": {"version": "1.0.0", "license": "(MIT OR CC0-1.0)"},
            "node_modules/good/node_modules/@a/bad": {"version": "2.0.0", "license": "AGPL-3.0-only"},
            "node_modules/absent": {"version": "3.0.0", "optional": True},
            "node_modules/ours": {"resolved": "ours", "link": True},
        }
        self.assertEqual(
            licenses.npm_findings({"packages": packages}),
            ["@a/bad 2.0.0: AGPL-3.0-only is not allowed"],
        )


class Spdx(Checkout):
    def test_finds_a_file_without_the_line(self):
        self.write("good.rs", "// SPDX-License-Identifier: Apache-2.0\n")
        self.write("good", "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n")
        self.write("README.md", "no source\n")
        self.assertEqual(spdx.findings(self.root), [])
        self.write("bad", "#!/bin/sh\necho SPDX\n")
        self.assertFinds(spdx.findings(self.root), "bad")

    def test_finds_another_license(self):
        self.write("bad.ts", "// SPDX-License-Identifier: MIT\n")
        self.assertFinds(spdx.findings(self.root), "bad.ts")


class Features(unittest.TestCase):
    def findings(self, std=(), try_runtime=(), optional=False, rename=None, kind=None):
        member = {
            "id": "member",
            "name": "member",
            "features": {"std": list(std), "try-runtime": list(try_runtime)},
            "dependencies": [
                {"name": "dep", "rename": rename, "kind": kind, "optional": optional},
            ],
        }
        dep = {"id": "dep", "name": "dep", "features": {"std": [], "try-runtime": []}}
        return features.findings(
            {
                "workspace_members": ["member"],
                "packages": [member, dep],
                "resolve": {
                    "nodes": [
                        {"id": "member", "deps": [{"pkg": "dep", "dep_kinds": [{"kind": kind}]}]},
                        {"id": "dep", "deps": []},
                    ]
                },
            }
        )

    def test_passes_when_forwarded(self):
        self.assertEqual(self.findings(["dep/std"], ["dep/try-runtime"]), [])
        self.assertEqual(self.findings(["d/std"], ["d/try-runtime"], rename="d"), [])
        self.assertEqual(self.findings(["dep?/std"], ["dep?/try-runtime"], optional=True), [])
        self.assertEqual(self.findings(kind="dev"), [])

    def test_finds_what_is_not_forwarded(self):
        self.assertEqual(
            self.findings(["dep/std"]), ['member: `try-runtime` must hold "dep/try-runtime"']
        )

    def test_finds_an_optional_dependency_pulled_in(self):
        self.assertEqual(
            self.findings(["dep/std"], ["dep/try-runtime"], optional=True),
            ['member: `std` must hold "dep?/std"'],
        )


class Words(Checkout):
    def assertRefused(self, name, line, what):
        path = self.write(name, f"{line}\n")
        self.assertFinds(words.findings(self.root), name, what)
        path.unlink()

    def test_finds_each(self):
        self.assertRefused("a.md", "see /root/agora", "path")
        self.assertRefused("a.toml", 'path = "/home/kim/agora"', "path")
        self.assertRefused("package-lock.json", '"https://registry.npmjs.org/x"', "host")
        self.assertRefused("a.rs", "fn f() { todo!() }", "not written yet")
        self.assertRefused("a.rs", "fn f() { unimplemented!() }", "not written yet")
        self.assertRefused("a.rs", "#[ignore]", "does not run")
        self.assertRefused("a.rs", '#[ignore = "slow"]', "does not run")
        self.assertRefused("a.js", "it.skip('x', f)", "does not run")
        self.assertRefused("a.rs", "dbg!(x);", "debugging")
        self.assertRefused("a.rs", "// TODO: later", "issue")
        self.assertRefused("a.rs", "struct Licence;", "spelling")

    def test_passes_others(self):
        self.write("a.rs", "// TODO(#12): later\nlet path = \"~/root\"; // docs/work/x\n")
        self.write("a.md", "a mastodon's `#[ignored]`, todo! in prose\n")
        self.assertEqual(words.findings(self.root), [])


class Links(Checkout):
    def test_finds_what_leads_nowhere(self):
        self.write("docs/there.md", "# A heading, `with` code\n")
        self.write("good.md", "[a](docs/there.md#a-heading-with-code) [b](https://example.org)\n")
        self.write("fence.md", "```\n[a](nowhere.md)\n```\nand `[b](nowhere.md)`\n")
        self.write("good.rs", "// See `docs/there.md`.\n")
        self.assertEqual(links.findings(self.root), [])
        self.write("bad.md", "[a](docs/missing.md)\n")
        self.assertFinds(links.findings(self.root), "bad.md", "docs/missing.md")
        self.write("bad.md", "[a]: docs/missing.md\n")
        self.assertFinds(links.findings(self.root), "bad.md", "docs/missing.md")
        self.write("bad.md", "[a](docs/there.md#no-heading)\n")
        self.assertFinds(links.findings(self.root), "no such heading")
        self.write("bad.md", "")
        self.write("bad.rs", "// See docs/missing.md.\n")
        self.assertFinds(links.findings(self.root), "bad.rs", "docs/missing.md")


class Programs(Checkout):
    """The checks that hand over to a program."""

    def code(self, *command):
        return subprocess.run(command, capture_output=True, env=os.environ).returncode

    @unittest.skipUnless(shutil.which("taplo"), "no taplo")
    def test_toml_finds_a_badly_formatted_file(self):
        self.write("a.toml", "a = 1\n")
        self.assertEqual(self.code(HERE / "toml", self.root), 0)
        self.write("a.toml", "a=1\n")
        self.assertEqual(self.code(HERE / "toml", self.root), 1)

    @unittest.skipUnless(shutil.which("shellcheck"), "no shellcheck")
    def test_shell_finds_a_bad_script(self):
        path = self.write("bad", "#!/bin/sh\ncd $1\n")
        self.assertEqual(self.code(HERE / "shell", path), 1)

    def test_findings_end_with_one(self):
        with self.assertRaises(SystemExit) as exit, tempfile.TemporaryFile("w") as nowhere:
            stdout, sys.stdout = sys.stdout, nowhere
            try:
                common.finish(["bad"], "good")
            finally:
                sys.stdout = stdout
        self.assertEqual(exit.exception.code, 1)


if __name__ == "__main__":
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(
        unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    )
    if not result.wasSuccessful():
        sys.exit(1)
    print(f"{result.testsRun} proofs that the checks can fail")
