// SPDX-License-Identifier: Apache-2.0

//! How a file is to be read as records, from the command line or as it was read before.

use crate::{
	error::{Code, Error, Result, Shown},
	records::{guess, Contributors, Format, Origin, Reading, MAX_BLOCK},
	reference::parse_account,
};
use clap::Args;
use std::{
	fs,
	path::{Path, PathBuf},
};
use subxt::utils::AccountId32;

/// How a file is to be read.
// Those that take these have a group of their own.
#[derive(Args)]
#[group(skip)]
pub struct Options {
	/// What the records are; told by the file's name if it is left out.
	#[arg(long)]
	format: Option<Format>,

	/// The first row of CSV is a record: columns are named 0, 1 and so on.
	#[arg(long)]
	no_header: bool,

	/// Take blocks of so many bytes as records.
	#[arg(long, value_name = "BYTES", value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_BLOCK)))]
	blocks: Option<u32>,

	/// Who contributed all records.
	#[arg(long, value_name = "ACCOUNT", value_parser = parse_account)]
	contributor: Option<AccountId32>,

	/// The column with the address of each record's contributor, which may be empty. It stays part
	/// of the record.
	#[arg(long, value_name = "NAME", conflicts_with = "contributor")]
	contributor_column: Option<String>,

	/// A file with the address of each record's contributor, a line each, which may be empty.
	#[arg(long, value_name = "FILE", conflicts_with_all = ["contributor", "contributor_column"])]
	contributors: Option<PathBuf>,
}

impl Options {
	/// Where the records come from. What is not said is as it was `before`, if there is that.
	///
	/// Errors: `format-unknown`, `usage`, `unreadable-file`.
	pub fn origin(&self, path: &Path, before: Option<&Origin>) -> Result<Origin> {
		let reading = self.reading(path, before.map(|origin| origin.reading))?;
		let mut origin = Origin {
			file: absolute(path)?,
			reading,
			contributor: self.contributor.as_ref().map(ToString::to_string),
			contributor_column: self.contributor_column.clone(),
			contributors: self.contributors.as_deref().map(absolute).transpose()?,
		};
		let named = origin.contributor.is_some()
			|| origin.contributor_column.is_some()
			|| origin.contributors.is_some();
		if let Some(before) = before.filter(|_| !named) {
			origin.contributor.clone_from(&before.contributor);
			origin.contributor_column.clone_from(&before.contributor_column);
			if let Some(file) = &before.contributors {
				return Err(Error::new(
					Code::BAD_CONTRIBUTOR,
					format!(
						"the earlier version's contributors came from {}. Name the file of this \
						 version's with --contributors.",
						Shown(Path::new(file))
					),
				));
			}
		}
		Ok(origin)
	}

	fn reading(&self, path: &Path, before: Option<Reading>) -> Result<Reading> {
		let usage = |why: &str| Err(Error::new(Code::USAGE, why));
		let told = match (self.format, self.blocks) {
			(Some(format), Some(_)) if format != Format::Blocks => {
				return usage("--blocks is for --format blocks, and can stand alone.");
			}
			(None, Some(_)) => Some(Format::Blocks),
			(format, _) => format,
		};
		let known = told.or(before.map(|reading| reading.format)).or_else(|| guess(path));
		let Some(format) = known else {
			return Err(Error::new(
				Code::FORMAT_UNKNOWN,
				format!(
					"the name of {} does not tell what its records are. Give --format csv, jsonl or \
					 parquet, --format lines to take lines as records, or --blocks BYTES.",
					Shown(path)
				),
			));
		};
		if self.no_header && format != Format::Csv {
			return usage("--no-header is for CSV alone.");
		}
		let before = before.filter(|reading| reading.format == format);
		let block = self.blocks.or(before.and_then(|reading| reading.block));
		if format == Format::Blocks && block.is_none() {
			return usage("say how many bytes a block has: --blocks BYTES.");
		}
		let header =
			format == Format::Csv && !self.no_header && before.is_none_or(|reading| reading.header);
		Ok(Reading { format, header, block: block.filter(|_| format == Format::Blocks) })
	}
}

/// The contributors that a description names.
///
/// Errors: `bad-contributor`.
pub fn contributors(origin: &Origin) -> Result<Contributors> {
	if let Some(account) = &origin.contributor {
		let account =
			parse_account(account).map_err(|why| Error::new(Code::BAD_CONTRIBUTOR, why))?;
		return Ok(Contributors::All(account.0));
	}
	if let Some(column) = &origin.contributor_column {
		return Ok(Contributors::Column(column.clone()));
	}
	if let Some(file) = &origin.contributors {
		return Ok(Contributors::Lines(file.into()));
	}
	Ok(Contributors::Nobody)
}

/// A file's path from the root of the file system, by which it is known again.
fn absolute(path: &Path) -> Result<String> {
	let path = fs::canonicalize(path).map_err(|error| Error::unreadable(path, &error))?;
	Ok(path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::Parser;

	#[derive(Parser)]
	struct Line {
		#[command(flatten)]
		reading: Options,
	}

	fn reading(arguments: &str, path: &str, before: Option<Reading>) -> Result<Reading> {
		let arguments = ["x"].into_iter().chain(arguments.split_whitespace());
		Line::try_parse_from(arguments).unwrap().reading.reading(Path::new(path), before)
	}

	fn expected(format: Format, header: bool, block: Option<u32>) -> Result<Reading> {
		Ok(Reading { format, header, block })
	}

	#[test]
	fn what_is_not_said_is_told_by_the_name_or_as_before() {
		assert_eq!(reading("", "a.csv", None), expected(Format::Csv, true, None));
		assert_eq!(reading("--no-header", "a.csv.gz", None), expected(Format::Csv, false, None));
		assert_eq!(reading("--format lines", "a.csv", None), expected(Format::Lines, false, None));
		assert_eq!(reading("--blocks 7", "a", None), expected(Format::Blocks, false, Some(7)));
		let before = Reading { format: Format::Csv, header: false, block: None };
		assert_eq!(reading("", "a.txt", Some(before)), Ok(before));
		let blocks = Reading { format: Format::Blocks, header: false, block: Some(9) };
		assert_eq!(reading("", "a.csv", Some(blocks)), Ok(blocks));
		assert_eq!(reading("--format csv", "a", Some(blocks)), expected(Format::Csv, true, None));
	}

	#[test]
	fn what_does_not_fit_is_refused() {
		assert_eq!(reading("", "a.txt", None).unwrap_err().code, Code::FORMAT_UNKNOWN);
		for (arguments, path) in
			[("--format csv --blocks 7", "a"), ("--format blocks", "a"), ("--no-header", "a.jsonl")]
		{
			assert_eq!(reading(arguments, path, None).unwrap_err().code, Code::USAGE);
		}
	}
}
