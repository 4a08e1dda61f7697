// SPDX-License-Identifier: Apache-2.0

//! Printing and asking, behind a trait, so that a test reads what a user reads.

use crate::error::{Code, Error, Result};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::{
	fmt::Display,
	io::{self, IsTerminal, Write},
	time::Duration,
};

/// Where a command prints and asks.
///
/// The result goes to standard output, once; notes, warnings, progress and errors of a terminal go
/// to standard error. With `--json` standard output has exactly one envelope.
pub trait Output {
	/// What is going on, in passing.
	fn note(&mut self, text: &str);

	/// Something the user should know that stops nothing.
	fn warn(&mut self, text: &str);

	/// The command's result: `text` for a person, `value` for a program.
	fn result(&mut self, text: &dyn Display, value: serde_json::Value);

	/// What went wrong.
	fn error(&mut self, error: &Error);

	/// A bar that counts bytes, with rate and time left.
	fn bytes_bar(&self, total: u64) -> ProgressBar;

	/// A bar that counts bytes as they arrive, with rate and time left.
	fn fetching_bar(&self, total: u64) -> ProgressBar;

	/// A bar that counts records by the bytes of their file, with rate and time left.
	fn records_bar(&self, total: u64) -> ProgressBar;

	/// A bar that counts things of a kind, such as eras, with the time left.
	fn counting_bar(&self, what: &str, total: u64) -> ProgressBar;

	/// A bar that counts blocks as they are audited, with rate and time left.
	fn blocks_bar(&self, total: u64) -> ProgressBar;

	/// A line that turns while something is waited for.
	fn spinner(&self, text: &str) -> ProgressBar;

	/// Ask before something that cannot be undone; yes where nobody is there to ask.
	fn confirm(&mut self, question: &str) -> Result<()>;

	/// Ask before money is spent or given up; an error where nobody is there to ask.
	///
	/// Errors: `confirmation-needed`, `cancelled`.
	fn agree(&mut self, question: &str) -> Result<()>;

	/// Ask for a secret without showing it.
	fn secret(&mut self, question: &str) -> Result<String>;
}

/// Hand a result to the output, in both its forms.
pub fn print<T: Serialize + Display>(output: &mut dyn Output, result: &T) -> Result<()> {
	let value = serde_json::to_value(result).map_err(|error| {
		Error::new(Code::INTERNAL, format!("the result cannot be written as JSON: {error}"))
	})?;
	output.result(result, value);
	Ok(())
}

/// The envelope of `--json`.
#[derive(Serialize)]
#[serde(untagged)]
enum Envelope<'a> {
	Done { ok: bool, result: &'a serde_json::Value },
	Failed { ok: bool, error: Failure<'a> },
}

#[derive(Serialize)]
struct Failure<'a> {
	code: &'a str,
	message: &'a str,
	#[serde(skip_serializing_if = "Option::is_none")]
	details: Option<&'a serde_json::Value>,
}

/// The process's own terminal or pipe.
pub struct Console {
	json: bool,
}

impl Console {
	/// Print envelopes if `json`, and text for people otherwise.
	pub fn new(json: bool) -> Self {
		Self { json }
	}

	/// A closed pipe is the reader's choice and no failure of ours.
	fn print(line: &str) {
		let mut out = io::stdout().lock();
		let _ = writeln!(out, "{line}").and_then(|()| out.flush());
	}

	fn envelope(envelope: &Envelope<'_>) {
		match serde_json::to_string(envelope) {
			Ok(line) => Self::print(&line),
			Err(error) => eprintln!("error: {error}"),
		}
	}

	/// Is there a person who sees the progress and can answer?
	fn interactive(&self) -> bool {
		!self.json && io::stderr().is_terminal()
	}

	/// Can that person also be asked?
	fn answers(&self) -> bool {
		self.interactive() && io::stdin().is_terminal()
	}

	fn bar(&self, bar: ProgressBar, template: &str) -> ProgressBar {
		if !self.interactive() {
			return ProgressBar::hidden();
		}
		bar.set_draw_target(ProgressDrawTarget::stderr());
		if let Ok(style) = ProgressStyle::with_template(template) {
			bar.set_style(style.progress_chars("=> "));
		}
		bar
	}
}

/// Ask the person at the terminal.
fn ask(question: &str) -> Result<()> {
	eprint!("{question} Type yes to go on: ");
	let mut answer = String::new();
	let read = io::stdin().read_line(&mut answer);
	judge(read.is_ok().then_some(answer.as_str()))
}

/// Only a whole yes is one.
fn judge(answer: Option<&str>) -> Result<()> {
	match answer.map(str::trim) {
		Some("yes") => Ok(()),
		_ => Err(Error::new(Code::CANCELLED, "nothing was done, as you asked")),
	}
}

/// There is no terminal to ask on, or its user wants JSON alone.
fn nobody_asked(question: &str) -> Error {
	Error::new(
		Code::CONFIRMATION_NEEDED,
		format!("{question} Nobody is there to be asked: give --yes to agree. Nothing was done."),
	)
}

impl Output for Console {
	fn note(&mut self, text: &str) {
		if !self.json {
			eprintln!("{text}");
		}
	}

	fn warn(&mut self, text: &str) {
		if !self.json {
			eprintln!("warning: {text}");
		}
	}

	fn result(&mut self, text: &dyn Display, value: serde_json::Value) {
		if self.json {
			Self::envelope(&Envelope::Done { ok: true, result: &value });
		} else {
			Self::print(text.to_string().trim_end());
		}
	}

	fn error(&mut self, error: &Error) {
		if self.json {
			let error = Failure {
				code: error.code.as_str(),
				message: &error.message,
				details: error.details.as_deref(),
			};
			Self::envelope(&Envelope::Failed { ok: false, error });
		} else {
			eprintln!("error: {} ({})", error.message, error.code);
		}
	}

	fn bytes_bar(&self, total: u64) -> ProgressBar {
		self.bar(
			ProgressBar::new(total),
			"hashing [{bar:30}] {bytes}/{total_bytes} {binary_bytes_per_sec} {eta} left",
		)
	}

	fn fetching_bar(&self, total: u64) -> ProgressBar {
		self.bar(
			ProgressBar::new(total),
			"fetching [{bar:30}] {bytes}/{total_bytes} {binary_bytes_per_sec} {eta} left",
		)
	}

	fn records_bar(&self, total: u64) -> ProgressBar {
		self.bar(
			ProgressBar::new(total),
			"committing [{bar:30}] {msg} records {binary_bytes_per_sec} {eta} left",
		)
	}

	fn counting_bar(&self, what: &str, total: u64) -> ProgressBar {
		let bar = self.bar(ProgressBar::new(total), "{msg} [{bar:30}] {pos}/{len} {eta} left");
		bar.set_message(what.to_owned());
		bar
	}

	fn blocks_bar(&self, total: u64) -> ProgressBar {
		self.bar(
			ProgressBar::new(total),
			"auditing [{bar:30}] {pos}/{len} blocks {per_sec} {eta} left",
		)
	}

	fn spinner(&self, text: &str) -> ProgressBar {
		let bar = self.bar(ProgressBar::new_spinner(), "{spinner} {msg} {elapsed}");
		bar.set_message(text.to_owned());
		bar.enable_steady_tick(Duration::from_millis(120));
		bar
	}

	fn confirm(&mut self, question: &str) -> Result<()> {
		if !self.answers() {
			return Ok(());
		}
		ask(question)
	}

	fn agree(&mut self, question: &str) -> Result<()> {
		if !self.answers() {
			return Err(nobody_asked(question));
		}
		ask(question)
	}

	fn secret(&mut self, question: &str) -> Result<String> {
		let term = console::Term::stderr();
		let asked = term.write_str(question).and_then(|()| term.read_secure_line());
		asked.map_err(|error| {
			Error::new(Code::BAD_SIGNER, format!("no password could be read: {error}"))
		})
	}
}

#[cfg(test)]
pub mod mock {
	//! An output that remembers.

	use super::*;

	/// Remembers all that is printed and answers from a list.
	#[derive(Default)]
	pub struct Recorder {
		/// Notes and warnings, in order.
		pub notes: Vec<String>,
		/// The text of the result.
		pub text: String,
		/// The result as JSON.
		pub value: serde_json::Value,
		/// Answers to give, last first.
		pub secrets: Vec<String>,
		/// Is nobody there to agree?
		pub absent: bool,
	}

	impl Output for Recorder {
		fn note(&mut self, text: &str) {
			self.notes.push(text.to_owned());
		}

		fn warn(&mut self, text: &str) {
			self.notes.push(format!("warning: {text}"));
		}

		fn result(&mut self, text: &dyn Display, value: serde_json::Value) {
			self.text = text.to_string();
			self.value = value;
		}

		fn error(&mut self, error: &Error) {
			self.notes.push(format!("error: {error}"));
		}

		fn bytes_bar(&self, _: u64) -> ProgressBar {
			ProgressBar::hidden()
		}

		fn fetching_bar(&self, _: u64) -> ProgressBar {
			ProgressBar::hidden()
		}

		fn records_bar(&self, _: u64) -> ProgressBar {
			ProgressBar::hidden()
		}

		fn counting_bar(&self, _: &str, _: u64) -> ProgressBar {
			ProgressBar::hidden()
		}

		fn blocks_bar(&self, _: u64) -> ProgressBar {
			ProgressBar::hidden()
		}

		fn spinner(&self, _: &str) -> ProgressBar {
			ProgressBar::hidden()
		}

		fn confirm(&mut self, question: &str) -> Result<()> {
			self.notes.push(question.to_owned());
			Ok(())
		}

		fn agree(&mut self, question: &str) -> Result<()> {
			self.notes.push(question.to_owned());
			if self.absent {
				return Err(nobody_asked(question));
			}
			Ok(())
		}

		fn secret(&mut self, _: &str) -> Result<String> {
			self.secrets.pop().ok_or_else(|| Error::new(Code::CANCELLED, "no answer"))
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_a_whole_yes_goes_on() {
		for yes in ["yes", "yes\n", " yes \r\n"] {
			assert_eq!(judge(Some(yes)), Ok(()));
		}
		for no in [None, Some(""), Some("y"), Some("Yes"), Some("yes please"), Some("no")] {
			assert_eq!(judge(no).unwrap_err().code, Code::CANCELLED, "{no:?}");
		}
	}

	#[test]
	fn money_is_not_spent_where_nobody_is_asked() {
		// Standard error is no terminal, or JSON is all that is wanted.
		let error = Console::new(true).agree("It costs 5 AGO.").unwrap_err();
		assert_eq!(error.code, Code::CONFIRMATION_NEEDED);
		assert!(error.message.starts_with("It costs 5 AGO.") && error.message.contains("--yes"));
		// What cannot be undone but costs nothing goes on.
		assert_eq!(Console::new(true).confirm("It will be gone."), Ok(()));
	}
}
