# SPDX-License-Identifier: Apache-2.0
"""What `agora publish` proposes from the cards among the files, on a real chain."""

import json
import os
import pathlib
import re
import shutil
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from support import agora, node, result

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"

# The most sources of a version.
MOST = 16


class Cards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="agora-cards-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.url = cls.enterClassContext(node())

    def run_as(self, run, signer, *arguments):
        env = {"XDG_DATA_HOME": str(self.folder), "AGORA_SIGNER": signer}
        return run(*arguments, "--node", self.url, env=env)

    def alice(self, *arguments):
        return self.run_as(result, "//Alice", *arguments)

    def refused(self, code, *arguments):
        status, envelope = self.run_as(agora, "//Alice", *arguments)
        self.assertEqual((status, envelope["error"]["code"]), (1, code), envelope)
        return envelope["error"]["message"]

    def path(self, name, files):
        path = self.folder / name
        for file, text in files.items():
            (path / file).parent.mkdir(parents=True, exist_ok=True)
            (path / file).write_text(text, encoding="utf-8")
        return path

    def dataset(self, name, text, *more, signer="//Alice", kind="dataset"):
        """A stand-in of one line."""
        path = self.path(name, {"data.txt": f"{text}\n"})
        arguments = ["publish", path, "--name", name, "--kind", kind, "--license", "CC0-1.0"]
        return self.run_as(result, signer, *arguments, *more)

    def model(self, name, front):
        card = f"---\n{front}\n---\n# {name}\n"
        path = self.path(name, {"README.md": card, "weights": name})
        return ["publish", path, "--name", name, "--kind", "model"]

    def test_license_and_sources_of_a_card_are_proposed_and_taken(self):
        self.dataset("squad_v2", "squad")
        base = self.dataset("base-net", "weights", "--royalty", "2.5", kind="model")
        old = self.dataset("old-data", "old")
        self.alice("yank", old["reference"])
        # Of the wrong kind for what the card says of it.
        self.dataset("a-model", "model", kind="model")
        front = (
            "license: cc-by-sa-4.0\nlanguage: en\ntags: [Question Answering]\n"
            "datasets: [rajpurkar/SQuAD_v2, x/old-data, x/none, x/a-model]\n"
            "base_model: org/Base-Net\nbase_model_relation: quantized"
        )
        publish = self.model("proposing", front)
        first = self.alice(*publish)
        self.assertEqual(first["license"], "CC-BY-SA-4.0")
        self.assertEqual(first["sources"], [], "proposed, not taken")
        said = first["proposals"]
        self.assertEqual(said["license"]["from"], "README.md")
        self.assertEqual(said["tags"], ["question-answering"])
        self.assertEqual(
            [found["source"] for found in said["found"]],
            [f"{ALICE}/base-net@1:quantization:2.5", f"{ALICE}/squad_v2@1:trained-on:0"],
        )
        self.assertEqual([named["named"] for named in said["unusable"]], ["x/old-data"])
        self.assertIn("yanked", said["unusable"][0]["why"])
        self.assertEqual([n["named"] for n in said["notFound"]], ["x/none", "x/a-model"])

        # What is proposed can be given as it is, and what is given is not cited twice.
        (publish[1] / "weights").write_text("second")
        given = said["found"][0]["source"]
        second = self.alice(*publish, "--card-sources", "--source", given)
        self.assertEqual(
            [(source["reference"], source["relation"]) for source in second["sources"]],
            [(base["reference"], "quantization"), (f"{ALICE}/squad_v2@1", "trained-on")],
        )
        self.assertTrue(second["proposals"]["taken"])

        (publish[1] / "weights").write_text("third")
        nothing = self.alice(*publish, "--no-card", "--license", "MIT")
        self.assertEqual((nothing["license"], nothing["proposals"]["files"]), ("MIT", []))
        self.assertIn("--license", self.refused("bad-license", *publish, "--no-card"))

    def test_sources_are_looked_for_under_others(self):
        self.dataset("bobs", "bob's", signer="//Bob")
        publish = self.model("from-others", "license: mit\ndatasets: [bobs]")
        self.assertEqual(self.alice(*publish)["proposals"]["found"], [])
        (publish[1] / "weights").write_text("second")
        said = self.alice(*publish, "--sources-from", "me", "--sources-from", BOB)["proposals"]
        self.assertEqual(said["found"][0]["reference"], f"{BOB}/bobs@1")

    def test_a_card_that_contradicts_or_is_broken_stops_nothing(self):
        for name, front in [("other-license", "license: mit"), ("broken", "license: [mit")]:
            published = self.alice(*self.model(name, front), "--license", "Apache-2.0")
            self.assertEqual(published["license"], "Apache-2.0")
        self.refused("bad-license", *self.model("broken-too", "license: [mit"))

    def test_a_model_is_no_source_of_itself(self):
        publish = self.model("itself", "license: mit\nbase_model: org/itself")
        self.alice(*publish)
        (publish[1] / "weights").write_text("second")
        self.assertEqual(self.alice(*publish)["proposals"]["found"], [])

    def test_the_training_data_of_a_real_model_become_its_lineage(self):
        real = os.environ.get("AGORA_MODEL")
        if not real:
            raise unittest.SkipTest("AGORA_MODEL does not name the folder of the real model")
        model = self.folder / "all-minilm-l6-v2"
        shutil.copytree(real, model)
        entries = json.loads((model / "data_config.json").read_text())
        self.assertEqual(len(entries), 290)

        # Half are Alice's and half are Bob's, each publishing in turn.
        def name(entry):
            path = entry["name"].removesuffix(".jsonl.gz").lower()
            return re.sub(r"[^a-z0-9._-]", "-", path)[:64].rstrip("-._")

        names = [name(entry) for entry in entries]
        self.assertEqual(len(set(names)), len(names), "each has a name of its own")

        def publish(signer, account, first):
            found = []
            for entry in entries[first::2]:
                text = f"{entry['name']}: {entry['lines']} lines"
                self.dataset(name(entry), text, signer=signer)
                found.append(f"{account}/{name(entry)}@1")
            return found

        with ThreadPoolExecutor(2) as pool:
            alices = pool.submit(publish, "//Alice", ALICE, 0)
            bobs = pool.submit(publish, "//Bob", BOB, 1)
            datasets = alices.result() + bobs.result()

        # More than a version may cite, so they are merged first.
        arguments = ["publish", model, "--name", "all-minilm-l6-v2", "--kind", "model"]
        arguments += ["--card-sources", "--sources-from", "me", "--sources-from", BOB]
        message = self.refused("bad-source", *arguments)
        self.assertIn("at most 16 sources", message)
        self.assertIn("Merge datasets first", message)

        def collect(name, parts):
            sources = [word for part in parts for word in ("--source", f"{part}:merge")]
            return self.dataset(name, f"{name}: {len(parts)} datasets", *sources)["reference"]

        chunks = [datasets[i : i + MOST] for i in range(0, len(datasets), MOST)]
        collections = [collect(f"collection-{i}", chunk) for i, chunk in enumerate(chunks, 1)]
        # 16 times 16 is less than 290: what does not fit is merged once more.
        direct, rest = collections[: MOST - 1], collections[MOST - 1 :]
        cited = direct + [collect("collection-rest", rest)]

        for reference in cited:
            arguments += ["--source", f"{reference}:trained-on"]
        published = self.alice(*arguments)
        self.assertEqual(published["license"], "Apache-2.0", "as its card says")
        self.assertEqual([source["reference"] for source in published["sources"]], cited)
        said = published["proposals"]
        self.assertEqual(said["found"], [], "all are cited through a collection")
        self.assertEqual({part["name"] for part in said["through"]} - set(names), set())
        self.assertEqual(len(said["through"]), len(datasets))
        # The card's other names are those of whole datasets, which nobody published here.
        self.assertIn("s2orc", [named["named"] for named in said["notFound"]])

        lineage = self.alice("lineage", published["reference"], "--depth", "2")["ancestors"]
        first = {e["sourceReference"] for e in lineage["edges"] if e["derived"] == published["sequence"]}
        self.assertEqual(first, set(cited))
        second = {e["sourceReference"] for e in lineage["edges"] if e["derivedReference"] in cited}
        self.assertTrue(second)
        self.assertLessEqual(second, set(datasets) | set(rest))
        # Each dataset knows the model that was trained on it, at most three steps away.
        for dataset in [datasets[0], datasets[-1]]:
            edges = self.alice("lineage", dataset)["descendants"]["edges"]
            self.assertIn(published["reference"], [edge["derivedReference"] for edge in edges])


if __name__ == "__main__":
    unittest.main()
