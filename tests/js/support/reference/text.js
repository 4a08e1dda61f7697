// SPDX-License-Identifier: Apache-2.0

// Doc comments as Markdown.

/** The lines of a doc comment, without what only rustdoc understands. */
function lines(docs) {
	return [...docs].map((line) => plain(line.toString().trimEnd().replace(/^ /, '')));
}

/** A line without links into Rust, with headings as bold text, and with no HTML. */
function plain(line) {
	return line
		.replace(/\[(`[^`]+`)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
		.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1')
		.replace(/^#+ +(.*)$/, '**$1**')
		.split(/(`[^`]*`)/)
		.map((part, at) => (at % 2 ? part : part.replaceAll('<', '&lt;')))
		.join('');
}

/** A whole doc comment, its paragraphs as they are. */
export function paragraphs(docs) {
	return lines(docs).join('\n').trim();
}

/** A whole doc comment in one line, for a cell of a table. */
export function sentence(docs) {
	return cell(lines(docs).join(' ').replace(/\s+/g, ' ').trim());
}

/** The first sentence of a doc comment, for a cell of a table. */
export function firstSentence(docs) {
	const all = lines(docs);
	const end = all.findIndex((line, at) => at > 0 && line === '');
	const paragraph = all.slice(0, end < 0 ? all.length : end).join(' ');
	return cell(/^.*?[.!](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph);
}

/** Text that ends no cell of a table. */
export const cell = (text) => text.replaceAll('|', '\\|');

/** A table without the columns in which nothing stands, or nothing where it has no rows. */
export function table(head, rows) {
	if (rows.length === 0) {
		return '';
	}
	const filled = head.map((_, at) => at).filter((at) => rows.some((row) => row[at] !== ''));
	const line = (cells) => `| ${filled.map((at) => cells[at]).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
