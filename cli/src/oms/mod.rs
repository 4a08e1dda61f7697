// SPDX-License-Identifier: Apache-2.0

//! OpenSSF Model Signing: a signature of all files under a path, made with a key and no chain.
//!
//! It is what the Python package `model-signing` writes in its key mode, to the byte where that
//! matters: a Sigstore bundle around a DSSE envelope around an in-toto statement that lists every
//! file with its SHA-256. A file to each: which files count, the statement, the bundle, the keys.
//! Whoever has no `agora` checks with `model_signing verify key`.

mod bundle;
mod files;
mod keys;
mod statement;

pub use bundle::Bundle;
pub use files::{ignored_by_default, ignored_by_git, walk, within};
pub use keys::{PrivateKey, PublicKey};
pub use statement::{Resource, Statement};
