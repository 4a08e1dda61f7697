# SPDX-License-Identifier: Apache-2.0
"""Croissant files of `agora`, validated by the package mlcroissant."""

import json
import logging
import pathlib
import shutil
import tempfile
import unittest

import mlcroissant

from support import agora, node, result

logging.disable(logging.WARNING)

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


class Croissant(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="agora-croissant-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.url = cls.enterClassContext(node())
        cls.env = {"XDG_DATA_HOME": str(cls.folder), "AGORA_SIGNER": "//Alice"}

    def agora(self, *arguments):
        return agora(*arguments, "--node", self.url, env=self.env)

    def result(self, *arguments):
        return result(*arguments, "--node", self.url, env=self.env)

    def publish(self, name, files, *more, kind="dataset"):
        """A dataset of Alice's with these files."""
        path = self.folder / name
        for file, text in files.items():
            (path / file).parent.mkdir(parents=True, exist_ok=True)
            (path / file).write_text(text, encoding="utf-8")
        self.result("publish", path, "--name", name, "--kind", kind, *more)
        return path

    def export(self, name, *more):
        """The file, and what mlcroissant made of it: its errors and warnings."""
        path = self.folder / f"{name.replace('@', '-')}.croissant.json"
        path.unlink(missing_ok=True)
        self.result("export", "croissant", f"{ALICE}/{name}", "--to", path, *more)
        document = json.loads(path.read_text())
        dataset = mlcroissant.Dataset(jsonld=document)
        issues = dataset.metadata.ctx.issues
        self.assertEqual(list(issues.errors), [])
        return document, dataset.metadata, sorted(issues.warnings)

    def test_a_dataset_with_its_files_is_valid(self):
        files = {"data/iris.csv": "a,b\n1,2\n", "notes ü.txt": "notes", "LICENSE": "text"}
        path = self.publish(
            "iris",
            files,
            *["--license", "CC-BY-4.0", "--tag", "flowers", "--tag", "tiny"],
            *["--location", "https://example.org/iris/", "--location", "ipfs:iris"],
        )
        document, metadata, warnings = self.export("iris", "--manifest", path)
        # When it was published is not known in days.
        self.assertEqual(len(warnings), 1, warnings)
        self.assertIn("datePublished", warnings[0])
        self.assertEqual(document["conformsTo"], "http://mlcommons.org/croissant/1.1")
        self.assertEqual(metadata.version, "1")
        self.assertEqual(metadata.license, ["https://spdx.org/licenses/CC-BY-4.0.html"])
        self.assertEqual(metadata.keywords, ["flowers", "tiny"])
        self.assertEqual(metadata.creators[0].name, ALICE)
        self.assertEqual(metadata.url, "https://example.org/iris/")
        manifest = json.loads((path / "agora.json").read_text())["files"]
        found = {file.name: file for file in metadata.file_objects}
        self.assertEqual(set(found), set(files))
        for entry in manifest:
            file = found[entry["path"]]
            self.assertEqual(file.sha256, entry["sha256"])
            self.assertEqual(file.content_size, f"{entry['size']} B")
            self.assertTrue(file.content_url.startswith("https://example.org/iris/"))
        self.assertEqual(found["data/iris.csv"].encoding_formats, ["text/csv"])

    def test_files_are_read_through_the_description(self):
        path = self.publish("rows", {"rows.csv": "a,b\n1,2\n3,4\n"}, "--license", "MIT")
        document, _, _ = self.export("rows", "--manifest", path / "agora.json")
        # As somebody who adds what the columns mean.
        source = {"fileObject": {"@id": "rows.csv"}, "extract": {"column": "a"}}
        document["recordSet"] = {
            "@type": "cr:RecordSet",
            "@id": "rows",
            "field": {
                "@type": "cr:Field",
                "@id": "rows/a",
                "dataType": "sc:Integer",
                "source": source,
            },
        }
        described = path / "croissant.json"
        described.write_text(json.dumps(document))
        dataset = mlcroissant.Dataset(jsonld=described)
        self.assertEqual([row["rows/a"] for row in dataset.records("rows")], [1, 3])
        # The bytes are checked against the hash in it.
        (path / "rows.csv").write_text("a,b\n1,2\n3,5\n")
        with self.assertRaises(Exception):
            list(mlcroissant.Dataset(jsonld=described).records("rows"))

    def test_without_manifest_location_or_listed_license_it_is_valid(self):
        self.publish("bare", {"x": "bare"}, "--license", "LicenseRef-Mine OR MIT")
        document, metadata, _ = self.export("bare")
        self.assertNotIn("distribution", document)
        self.assertEqual(metadata.license, ["LicenseRef-Mine OR MIT"])

    def test_sources_are_provenance(self):
        self.publish("part-1", {"x": "1"}, "--license", "MIT")
        self.publish("part-2", {"x": "2"}, "--license", "CC0-1.0")
        self.publish(
            "whole",
            {"x": "3"},
            *["--license", "MIT", "--source", "me/part-1:merge", "--source", "me/part-2:merge"],
        )
        document, _, _ = self.export("whole")
        derived = document["prov:wasDerivedFrom"]
        self.assertEqual(
            [source["name"] for source in derived], [f"{ALICE}/part-1@1", f"{ALICE}/part-2@1"]
        )
        self.assertEqual(derived[1]["license"], "https://spdx.org/licenses/CC0-1.0.html")
        self.assertEqual(derived[0]["@id"], document["identifier"].replace("whole", "part-1"))

    def test_a_model_is_valid_too(self):
        path = self.publish("net", {"net.bin": "weights"}, "--license", "MIT", kind="model")
        document, _, _ = self.export("net@1", "--manifest", path)
        self.assertIn("of the model net", document["description"])

    def test_the_license_of_a_description_is_read_when_publishing(self):
        path = self.publish("described", {"x": "described"}, "--license", "CC-BY-SA-4.0")
        document, _, _ = self.export("described", "--manifest", path)
        again = self.folder / "again"
        again.mkdir()
        (again / "croissant.json").write_text(json.dumps(document))
        (again / "x").write_text("again")
        published = self.result("publish", again, "--name", "again", "--kind", "dataset")
        self.assertEqual(published["license"], "CC-BY-SA-4.0")
        self.assertEqual(published["proposals"]["license"]["from"], "croissant.json")

    def test_another_manifest_is_refused(self):
        self.publish("one", {"x": "one"}, "--license", "MIT")
        other = self.publish("other", {"x": "other"}, "--license", "MIT")
        export = ["export", "croissant", f"{ALICE}/one"]
        status, envelope = self.agora(*export, "--manifest", other)
        self.assertEqual((status, envelope["error"]["code"]), (1, "verification-failed"), envelope)
        status, envelope = self.agora(*export, "--manifest", self.folder)
        self.assertEqual((status, envelope["error"]["code"]), (1, "unreadable-file"), envelope)
        status, envelope = self.agora(*export, "--to", other / "x")
        self.assertEqual((status, envelope["error"]["code"]), (1, "file-exists"), envelope)
        self.assertEqual((other / "x").read_text(), "other")


if __name__ == "__main__":
    unittest.main()
