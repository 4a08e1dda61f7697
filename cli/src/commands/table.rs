// SPDX-License-Identifier: Apache-2.0

//! Tables for people.

/// Rows under a head in columns, each as wide as it must be.
pub fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
	let rows: Vec<[String; N]> = std::iter::once(head.map(String::from)).chain(rows).collect();
	let widths: [usize; N] = std::array::from_fn(|column| {
		rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
	});
	let mut text = String::new();
	for row in rows {
		let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
		text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
		text.push('\n');
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn columns_are_as_wide_as_they_must_be() {
		let rows = [["1", "größe"], ["1000", ""]].map(|row| row.map(String::from));
		let text = table(["id", "what"], rows.into_iter());
		assert_eq!(text, "id    what\n1     größe\n1000\n");
	}
}
