# SPDX-License-Identifier: Apache-2.0
"""Signatures of `agora` and of the package model-signing: each reads what the other wrote.

Where one refuses, so must the other.
"""

import base64
import json
import pathlib
import shutil
import tempfile
import unittest

import model_signing
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from support import agora, result

PEM = serialization.Encoding.PEM
PKCS8 = serialization.PrivateFormat.PKCS8
SEC1 = serialization.PrivateFormat.TraditionalOpenSSL


def write_pair(folder, name, curve=ec.SECP256R1(), form=PKCS8):
    """A new key and its public half."""
    key = ec.generate_private_key(curve)
    private, public = folder / f"{name}.pem", folder / f"{name}.pub.pem"
    private.write_bytes(key.private_bytes(PEM, form, serialization.NoEncryption()))
    private.chmod(0o600)
    info = serialization.PublicFormat.SubjectPublicKeyInfo
    public.write_bytes(key.public_key().public_bytes(PEM, info))
    return private, public


class Signing(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="agora-signing-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.key, self.public = write_pair(self.folder, "key")
        self.signature = self.folder / "model.sig"
        self.model = self.folder / "some model"
        # Names whose order by bytes and by parts differs, names that are escaped, and an empty file.
        for name in ["model.bin", "a/b", "a.b", "a/c/d", "é.txt", 'q"uote\\', "sp ace", "empty", "Z"]:
            path = self.model / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("" if name == "empty" else f"bytes of {name}", encoding="utf-8")
        # What neither signs.
        (self.model / ".git").mkdir()
        (self.model / ".git/config").write_text("x")
        (self.model / ".gitattributes").write_text("x")

    # The four ways.

    def agora_signs(self, key=None, signature=None):
        return result(
            *["export", "manifest", "--oms", self.model],
            *["--key", key or self.key, "--to", signature or self.signature],
        )

    def package_signs(self, key=None, signature=None, hashing=None, ignored=()):
        hashing = hashing or model_signing.hashing.Config().set_ignored_paths(paths=ignored)
        config = model_signing.signing.Config().set_hashing_config(hashing)
        config.use_elliptic_key_signer(private_key=key or self.key)
        config.sign(self.model, signature or self.signature)

    def agora_verifies(self, public=None, signature=None):
        return agora(
            *["verify", "--oms", signature or self.signature],
            *["--public-key", public or self.public, self.model],
        )

    def package_verifies(self, public=None, signature=None):
        config = model_signing.verifying.Config()
        config.use_elliptic_key_verifier(public_key=public or self.public)
        config.verify(self.model, signature or self.signature)

    def both_verify(self, public=None, signature=None):
        self.package_verifies(public, signature)
        status, envelope = self.agora_verifies(public, signature)
        self.assertEqual(status, 0, envelope)
        self.assertTrue(envelope["result"]["verified"])

    def both_refuse(self, code, public=None, signature=None, says=""):
        with self.assertRaises(Exception):
            self.package_verifies(public, signature)
        status, envelope = self.agora_verifies(public, signature)
        self.assertEqual((status, envelope["error"]["code"]), (1, code), envelope)
        self.assertIn(says, envelope["error"]["message"])

    def signers(self):
        """Each way of signing in turn, with what a failing test should say."""
        for sign in [self.agora_signs, self.package_signs]:
            self.signature.unlink(missing_ok=True)
            with self.subTest(sign.__name__):
                sign()
                yield sign

    # The tests.

    def test_what_one_signs_the_other_verifies(self):
        for _ in self.signers():
            self.both_verify()

    def test_the_statements_are_the_same(self):
        def statement():
            bundle = json.loads(self.signature.read_text())
            self.signature.unlink()
            envelope = bundle.pop("dsseEnvelope")
            self.assertEqual(len(envelope["signatures"]), 1)
            return bundle, json.loads(base64.b64decode(envelope["payload"]))

        self.agora_signs()
        ours, said = statement()
        self.package_signs(ignored=["agora.json"])
        theirs, say = statement()
        self.assertEqual(ours, theirs, "type and key")
        for one in [said, say]:
            how = one["predicate"]["serialization"]
            how["ignore_paths"] = sorted(how["ignore_paths"])
        # Files, their order, the digest over all of them, and how it was done.
        self.assertEqual(said, say)

    def test_a_changed_byte_is_refused(self):
        for _ in self.signers():
            path = self.model / "model.bin"
            good = path.read_bytes()
            path.write_bytes(bytes([good[0] ^ 1]) + good[1:])
            self.both_refuse("verification-failed", says="different: model.bin")
            path.write_bytes(good)
            self.both_verify()

    def test_a_missing_file_is_refused(self):
        for _ in self.signers():
            (self.model / "a/b").rename(self.folder / "b")
            self.both_refuse("verification-failed", says="missing: a/b")
            (self.folder / "b").rename(self.model / "a/b")
            self.both_verify()

    def test_an_extra_file_is_refused(self):
        for _ in self.signers():
            for name in ["extra", "a/.gitignore", "a/.git"]:
                (self.model / name).write_text("")
                self.both_refuse("verification-failed", says=f"extra: {name}")
                (self.model / name).unlink()
            self.both_verify()

    def test_a_renamed_file_is_refused(self):
        for _ in self.signers():
            (self.model / "Z").rename(self.model / "Y")
            self.both_refuse("verification-failed", says="missing: Z; extra: Y")
            (self.model / "Y").rename(self.model / "Z")

    def test_a_wrong_key_is_refused(self):
        _, other = write_pair(self.folder, "other")
        _, large = write_pair(self.folder, "large", ec.SECP384R1())
        for _ in self.signers():
            self.both_refuse("bad-signature", public=other, says="another key")
            self.both_refuse("bad-key", public=large, says="P-256")
            self.both_refuse("bad-key", public=self.key)

    def test_a_changed_statement_is_refused(self):
        for _ in self.signers():
            bundle = json.loads(self.signature.read_text())
            payload = base64.b64decode(bundle["dsseEnvelope"]["payload"])
            statement = json.loads(payload)
            statement["predicate"]["resources"].pop()
            for changed in [json.dumps(statement).encode(), payload.replace(b"a.b", b"a.c")]:
                bundle["dsseEnvelope"]["payload"] = base64.b64encode(changed).decode()
                self.signature.write_text(json.dumps(bundle))
                self.both_refuse("bad-signature", says="did not sign")

    def test_a_signature_among_the_files_is_left_out(self):
        inside = self.model / "a/model.sig"
        self.agora_signs(signature=inside)
        self.both_verify(signature=inside)
        inside.unlink()
        self.package_signs(signature=inside, ignored=["a/model.sig"])
        self.both_verify(signature=inside)

    def test_the_manifest_may_come_later(self):
        self.agora_signs()
        result("hash", self.model, "--write")
        self.both_verify()

    def test_both_forms_of_a_key_sign(self):
        key, public = write_pair(self.folder, "sec1", form=SEC1)
        self.agora_signs(key=key)
        self.both_verify(public=public)

    def test_links_are_refused(self):
        (self.model / "link").symlink_to("model.bin")
        with self.assertRaises(Exception):
            self.package_signs()
        status, envelope = agora(
            *["export", "manifest", "--oms", self.model],
            *["--key", self.key, "--to", self.signature],
        )
        self.assertEqual((status, envelope["error"]["code"]), (1, "symlink-refused"), envelope)
        self.assertFalse(self.signature.exists())

    def test_links_that_are_signed_count_as_files(self):
        (self.model / "link").symlink_to("model.bin")
        self.package_signs(hashing=model_signing.hashing.Config().set_allow_symlinks(True))
        status, envelope = self.agora_verifies()
        self.assertEqual(status, 0, envelope)

    def test_other_ways_to_hash_are_named_and_refused(self):
        for config in [
            model_signing.hashing.Config().use_file_serialization(hashing_algorithm="blake2"),
            model_signing.hashing.Config().use_shard_serialization(),
        ]:
            self.package_signs(hashing=config)
            status, envelope = self.agora_verifies()
            self.assertEqual((status, envelope["error"]["code"]), (1, "bad-signature"), envelope)
            self.assertIn("model_signing verify key", envelope["error"]["message"])

    def test_nothing_is_written_over(self):
        self.signature.write_text("mine")
        status, envelope = agora(
            *["export", "manifest", "--oms", self.model],
            *["--key", self.key, "--to", self.signature],
        )
        self.assertEqual((status, envelope["error"]["code"]), (1, "file-exists"))
        self.assertEqual(self.signature.read_text(), "mine")

    def test_a_key_among_the_files_or_open_to_all_is_refused(self):
        inside = self.model / "key.pem"
        shutil.copy2(self.key, inside)
        arguments = ["export", "manifest", "--oms", self.model, "--to", self.signature, "--key"]
        status, envelope = agora(*arguments, inside)
        self.assertEqual((status, envelope["error"]["code"]), (1, "bad-key"), envelope)
        self.key.chmod(0o644)
        status, envelope = agora(*arguments, self.key)
        self.assertEqual((status, envelope["error"]["code"]), (1, "key-file-exposed"), envelope)
        self.assertFalse(self.signature.exists())


if __name__ == "__main__":
    unittest.main()
