// SPDX-License-Identifier: Apache-2.0

//! What goes wrong, in words.

/// Whatever went wrong; may travel between tasks.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// A result, or what went wrong.
pub type Result<T> = std::result::Result<T, Error>;
