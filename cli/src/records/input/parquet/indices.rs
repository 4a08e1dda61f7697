// SPDX-License-Identifier: Apache-2.0

//! Columns whose values are in a dictionary, read as indices into it.
//!
//! Most columns have few different values, and files have these once in a dictionary for each group
//! of rows. So each is brought into canonical form once, and rows only say which it is.
//!
//! The library does not hand out indices. It does if it believes that the column holds integers and
//! that its dictionary is 0, 1, 2 and so on, with all of its own checks of pages and levels.

use super::{
	super::columns::{Column, Dictionary, Values},
	values::{self, Kind, Outcome, Present},
};
use parquet::{
	basic::{Encoding, Type as Physical},
	column::{
		page::{Page, PageMetadata, PageReader},
		reader::{get_column_reader, ColumnReaderImpl},
	},
	data_type::Int32Type,
	errors::{ParquetError, Result as ParquetResult},
	schema::types::{ColumnDescriptor, Type},
};
use std::sync::Arc;

/// The most values of a dictionary that is kept in canonical form.
const MAX_VALUES: u32 = 1 << 18;

/// Reads a column as indices.
pub struct Indices {
	reader: ColumnReaderImpl<Int32Type>,
	dictionary: Arc<Dictionary>,
}

impl Indices {
	/// Read the column of these pages so, if it begins with a dictionary that has at most `room`
	/// bytes in canonical form, each value after this prefix.
	pub fn open(
		mut pages: Box<dyn PageReader>,
		column: &ColumnDescriptor,
		kind: Kind,
		prefix: &[u8],
		room: usize,
	) -> ParquetResult<Option<Self>> {
		let Some(Page::DictionaryPage { buf, num_values, encoding, is_sorted }) =
			pages.get_next_page()?
		else {
			return Ok(None);
		};
		if num_values > MAX_VALUES || buf.len() > room {
			return Ok(None);
		}
		let numbers: Vec<u8> = (0..num_values).flat_map(u32::to_le_bytes).collect();
		let numbers = Page::DictionaryPage { buf: numbers.into(), num_values, encoding, is_sorted };
		// The dictionary is written as a page of values without nulls is.
		let values = Page::DataPage {
			buf,
			num_values,
			encoding: Encoding::PLAIN,
			def_level_encoding: Encoding::RLE,
			rep_level_encoding: Encoding::RLE,
			statistics: None,
		};
		let plain = ColumnDescriptor::new(column.self_type_ptr(), 0, 0, column.path().clone());
		let mut reader = get_column_reader(Arc::new(plain), Box::new(Single(Some(values))));
		let count = num_values as usize;
		let read = values::read(&mut reader, kind, count, None, &mut Vec::new())?;
		// Whether a value is in use that is unfit is seen when values are read as they are.
		let Outcome::Done(Column { values, .. }) = read else { return Ok(None) };
		let Some(dictionary) = Dictionary::new(values, count, prefix, room) else {
			return Ok(None);
		};
		let integers = Type::primitive_type_builder(column.name(), Physical::INT32).build()?;
		let levels = column.max_def_level();
		let column = ColumnDescriptor::new(Arc::new(integers), levels, 0, column.path().clone());
		let pages = Box::new(Indexed { first: Some(numbers), pages });
		let reader = ColumnReaderImpl::new(Arc::new(column), pages);
		Ok(Some(Self { reader, dictionary: Arc::new(dictionary) }))
	}

	/// How many bytes the dictionary has in canonical form.
	pub fn size(&self) -> usize {
		self.dictionary.size()
	}

	/// Read the next rows, into buffers that may have been used before. Fails at the first page
	/// that has its values otherwise.
	pub fn read(
		&mut self,
		rows: usize,
		used: Option<Column>,
		levels: &mut Vec<i16>,
	) -> ParquetResult<Column> {
		let (flags, mut indices) = match used {
			Some(Column { present, values: Values::Indexed(_, indices) }) => (present, indices),
			Some(Column { present, .. }) => (present, Vec::new()),
			None => (None, Vec::new()),
		};
		indices.clear();
		let mut present = Present::new(rows, levels, flags);
		present.read(&mut self.reader, &mut indices)?;
		let values = Values::Indexed(self.dictionary.clone(), indices);
		Ok(Column { present: present.flags(), values })
	}
}

/// Pages of indices, after a dictionary of another kind than they had.
struct Indexed {
	first: Option<Page>,
	pages: Box<dyn PageReader>,
}

impl PageReader for Indexed {
	fn get_next_page(&mut self) -> ParquetResult<Option<Page>> {
		if let Some(first) = self.first.take() {
			return Ok(Some(first));
		}
		let page = self.pages.get_next_page()?;
		let indexed = |page: &Page| {
			let encoding = page.encoding();
			page.is_data_page()
				&& matches!(encoding, Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY)
		};
		if !page.as_ref().is_none_or(indexed) {
			return Err(ParquetError::General("a page is not of indices".into()));
		}
		Ok(page)
	}

	fn peek_next_page(&mut self) -> ParquetResult<Option<PageMetadata>> {
		match self.first {
			Some(_) => Ok(Some(PageMetadata { num_rows: None, num_levels: None, is_dict: true })),
			None => self.pages.peek_next_page(),
		}
	}

	fn skip_next_page(&mut self) -> ParquetResult<()> {
		match self.first.take() {
			Some(_) => Ok(()),
			None => self.pages.skip_next_page(),
		}
	}
}

impl Iterator for Indexed {
	type Item = ParquetResult<Page>;

	fn next(&mut self) -> Option<Self::Item> {
		self.get_next_page().transpose()
	}
}

/// One page.
struct Single(Option<Page>);

impl PageReader for Single {
	fn get_next_page(&mut self) -> ParquetResult<Option<Page>> {
		Ok(self.0.take())
	}

	fn peek_next_page(&mut self) -> ParquetResult<Option<PageMetadata>> {
		let levels = |page: &Page| Some(page.num_values() as usize);
		let metadata = |page: &Page| PageMetadata {
			num_rows: None,
			num_levels: levels(page),
			is_dict: page.is_dictionary_page(),
		};
		Ok(self.0.as_ref().map(metadata))
	}

	fn skip_next_page(&mut self) -> ParquetResult<()> {
		self.0 = None;
		Ok(())
	}
}

impl Iterator for Single {
	type Item = ParquetResult<Page>;

	fn next(&mut self) -> Option<Self::Item> {
		self.get_next_page().transpose()
	}
}
