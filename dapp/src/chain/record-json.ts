// SPDX-License-Identifier: Apache-2.0

// The canonical form of one record that is a JSON object: RFC 8785, and integers beyond 2^53 - 1
// as strings of their digits. Numbers are taken by their text, so that none is rounded.

const DEEPEST = 128
const TOKEN = /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)|(true|false|null))/y

/** Why a text is no record. */
export class RecordFault extends Error {
	override name = 'RecordFault'
}

/** The canonical form of the object in a text; throws `RecordFault` if it holds none. */
export function canonicalRecord(text: string): string {
	const tokens = new Tokens(text)
	if (tokens.peek() !== '{') throw new RecordFault('A record is an object, {"column": value, ...}.')
	const record = value(tokens, 0)
	tokens.end()
	return record
}

class Tokens {
	private at = 0
	private next: string | undefined
	constructor(private readonly text: string) {}

	peek(): string {
		if (this.next === undefined) {
			TOKEN.lastIndex = this.at
			const found = TOKEN.exec(this.text)
			if (!found) throw new RecordFault(`It is not JSON from character ${this.at} on.`)
			this.at = TOKEN.lastIndex
			this.next = found[0].trimStart()
		}
		return this.next
	}
	take(): string {
		const token = this.peek()
		this.next = undefined
		return token
	}
	expect(...wanted: string[]): string {
		const token = this.take()
		if (!wanted.includes(token)) throw new RecordFault(`${wanted.join(' or ')} is expected before character ${this.at}.`)
		return token
	}
	end(): void {
		if (/[^ \t\n\r]/.test(this.text.slice(this.at))) throw new RecordFault('Something follows the object.')
	}
}

function value(tokens: Tokens, depth: number): string {
	const token = tokens.take()
	if (token === '{' || token === '[') {
		if (depth === DEEPEST) throw new RecordFault(`Values are nested deeper than ${DEEPEST} levels.`)
		return token === '{' ? object(tokens, depth + 1) : array(tokens, depth + 1)
	}
	if (token.startsWith('"')) return string(token)
	if (/^[-\d]/.test(token)) return number(token)
	if (/^[a-z]/.test(token)) return token
	throw new RecordFault(`A value is expected in place of ${token}.`)
}

function array(tokens: Tokens, depth: number): string {
	const items: string[] = []
	if (tokens.peek() === ']') tokens.take()
	else {
		do items.push(value(tokens, depth))
		while (tokens.expect(',', ']') === ',')
	}
	return `[${items.join(',')}]`
}

function object(tokens: Tokens, depth: number): string {
	const members = new Map<string, string>()
	if (tokens.peek() === '}') tokens.take()
	else {
		do {
			const key = tokens.take()
			if (!key.startsWith('"')) throw new RecordFault('A key in quotes is expected.')
			const name = JSON.parse(string(key)) as string
			if (members.has(name)) throw new RecordFault(`The key ${JSON.stringify(name)} is there twice.`)
			tokens.expect(':')
			members.set(name, value(tokens, depth))
		} while (tokens.expect(',', '}') === ',')
	}
	// `<` on strings is by UTF-16 code units, which is the order that canonical JSON has.
	const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1))
	return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${member}`).join(',')}}`
}

function string(token: string): string {
	const text = JSON.parse(token) as string
	if (/\p{Surrogate}/u.test(text)) throw new RecordFault('Half of a surrogate pair stands alone.')
	return JSON.stringify(text)
}

function number(token: string): string {
	if (!/[.eE]/.test(token)) {
		const exact = BigInt(token)
		const least = -BigInt(Number.MAX_SAFE_INTEGER)
		if (exact >= least && exact <= -least) return exact.toString()
		return `"${token}"`
	}
	const double = Number(token)
	if (!Number.isFinite(double)) throw new RecordFault('A number is too large for a double: write it as a string.')
	return JSON.stringify(double)
}
