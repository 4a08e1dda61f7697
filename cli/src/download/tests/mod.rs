// SPDX-License-Identifier: Apache-2.0

//! Downloads from servers on this machine, from good ones and from bad ones.

mod buckets;
mod inplace;
mod resume;
mod server;
mod util;
mod whole;
mod wrong;
