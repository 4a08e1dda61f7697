# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of this folder, and ends with the line by which `scripts/test` counts them."""

import pathlib
import sys
import unittest

if __name__ == "__main__":
    suite = unittest.defaultTestLoader.discover(str(pathlib.Path(__file__).parent))
    done = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    # A failing part of a test counts by itself, so more may fail than were run.
    failed = len(done.failures) + len(done.errors) + len(done.unexpectedSuccesses)
    skipped = len(done.skipped) + len(done.expectedFailures)
    passed = max(done.testsRun - failed - skipped, 0)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(0 if failed == 0 and done.testsRun > 0 else 1)
