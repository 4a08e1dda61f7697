// SPDX-License-Identifier: Apache-2.0

//! Recomputes every reward from what the chain said happened, with arithmetic of its own.

#![deny(missing_docs)]
