// SPDX-License-Identifier: Apache-2.0

//! The part of the `wasm-opt` crate's interface that the wasm builder uses, answered by the
//! system's `wasm-opt` program.
//!
//! The crate of that name compiles Binaryen from C++ (twelve minutes on two cores); this one runs
//! the program that the operating system packages. `WASM_OPT` names another program than the one
//! on the `PATH`. See `docs/decisions/0003-system-wasm-opt.md`.

use std::{
	ffi::{OsStr, OsString},
	fmt,
	path::Path,
	process::Command,
};

/// A transformation of a module, of those the wasm builder asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
	/// Remove DWARF sections.
	StripDwarf,
	/// Lower the sign-extension operators. The `wasm32v1-none` target never emits them, so there
	/// is nothing to do; that none is left is checked by running with minimal features only.
	SignextLowering,
}

impl Pass {
	/// The program's flag for this pass, if it takes one.
	fn flag(self) -> Option<&'static str> {
		match self {
			Pass::StripDwarf => Some("--strip-dwarf"),
			Pass::SignextLowering => None,
		}
	}
}

/// What to do with a module; see [`OptimizationOptions::run`].
#[derive(Clone, Debug)]
pub struct OptimizationOptions {
	args: Vec<&'static str>,
}

impl OptimizationOptions {
	/// No optimisation at all, only the passes that are added.
	pub fn new_opt_level_0() -> Self {
		Self { args: vec!["-O0"] }
	}

	/// Refuse every feature beyond the first version of WebAssembly, but for mutable globals,
	/// which `wasm32v1-none` has.
	pub fn mvp_features_only(&mut self) -> &mut Self {
		self.args.extend(["--mvp-features", "--enable-mutable-globals"]);
		self
	}

	/// Keep the names of functions, without which a panic's trace says nothing.
	pub fn debug_info(&mut self, keep: bool) -> &mut Self {
		if keep {
			self.args.push("--debuginfo");
		}
		self
	}

	/// Run `pass` too.
	pub fn add_pass(&mut self, pass: Pass) -> &mut Self {
		self.args.extend(pass.flag());
		self
	}

	/// Read the module at `infile`, transform it and write it to `outfile`, which may be the same
	/// file.
	///
	/// Fails when the program is missing, or says that the module is not valid.
	pub fn run(
		&self,
		infile: impl AsRef<Path>,
		outfile: impl AsRef<Path>,
	) -> Result<(), OptimizationError> {
		let program = std::env::var_os("WASM_OPT").unwrap_or_else(|| OsString::from("wasm-opt"));
		let output = Command::new(&program)
			.args(&self.args)
			.arg(infile.as_ref())
			.args([OsStr::new("-o"), outfile.as_ref().as_os_str()])
			.output()
			.map_err(|source| OptimizationError::NotStarted { program, source })?;
		if output.status.success() {
			Ok(())
		} else {
			Err(OptimizationError::Refused(String::from_utf8_lossy(&output.stderr).into_owned()))
		}
	}
}

/// Why a module was not written.
#[derive(Debug)]
pub enum OptimizationError {
	/// The program could not be started; it is in Debian's package `binaryen`.
	NotStarted {
		/// The program's name or path.
		program: OsString,
		/// What the operating system said.
		source: std::io::Error,
	},
	/// The program ended with an error and printed this.
	Refused(String),
}

impl fmt::Display for OptimizationError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotStarted { program, source } => write!(
				f,
				"cannot run {program:?}: {source}; install Binaryen (Debian: apt-get install \
				 binaryen) or name the program in WASM_OPT",
			),
			Self::Refused(stderr) => write!(f, "wasm-opt refused the module: {stderr}"),
		}
	}
}

impl std::error::Error for OptimizationError {}
