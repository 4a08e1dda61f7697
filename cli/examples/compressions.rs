// SPDX-License-Identifier: Apache-2.0

//! How long so many SHA-256 compressions take on all cores, and nothing else.
//!
//! What `agora dataset commit` is measured against: it says with --json how many compressions it
//! took, and `scripts/figures` puts both side by side. The compressions are those of the same library
//! in the way that suits it best, many blocks of one message in one call, so that neither loading a
//! state nor storing it is counted. Prints seconds.
//!
//!     compressions COUNT

use sha2::{
	compress256,
	digest::{consts::U64, generic_array::GenericArray},
};
use std::{
	env,
	hint::black_box,
	process::ExitCode,
	sync::atomic::{AtomicU64, Ordering},
	thread,
	time::Instant,
};

/// The compressions of one call.
const AT_ONCE: u64 = 1_024;

fn main() -> ExitCode {
	let Some(count) = env::args().nth(1).and_then(|count| count.parse::<u64>().ok()) else {
		eprintln!("usage: compressions COUNT");
		return ExitCode::from(2);
	};
	let threads = thread::available_parallelism().map_or(1, usize::from);
	let taken = AtomicU64::new(0);
	let started = Instant::now();
	thread::scope(|scope| {
		for thread in 0..threads {
			let taken = &taken;
			scope.spawn(move || {
				let block: GenericArray<u8, U64> = GenericArray::from([thread as u8; 64]);
				let blocks = vec![block; AT_ONCE as usize];
				let mut state = [thread as u32; 8];
				loop {
					let left = count.saturating_sub(taken.fetch_add(AT_ONCE, Ordering::Relaxed));
					if left == 0 {
						break;
					}
					let blocks = blocks.get(..left.min(AT_ONCE) as usize).unwrap_or_default();
					compress256(black_box(&mut state), black_box(blocks));
				}
				black_box(state);
			});
		}
	});
	println!("{:.6}", started.elapsed().as_secs_f64());
	ExitCode::SUCCESS
}
