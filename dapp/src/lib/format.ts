// SPDX-License-Identifier: Apache-2.0

// Numbers as people read them.

/** Planck in one AGO. */
export const PLANCK = 1_000_000_000_000n
const DECIMALS = 12

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A whole number: `1,234`. */
export const numeral = (value: number | bigint): string => grouped(value.toString())

/** Planck as AGO, exact, without zeros at the end: `1,234.5 AGO`. */
export function ago(planck: bigint): string {
	return `${agoDigits(planck)} AGO`
}

/** Planck as a number of AGO, exact: `1,234.5`. */
export function agoDigits(planck: bigint): string {
	const sign = planck < 0n ? '-' : ''
	const digits = (planck < 0n ? -planck : planck).toString().padStart(DECIMALS + 1, '0')
	const whole = grouped(digits.slice(0, -DECIMALS))
	const rest = digits.slice(-DECIMALS).replace(/0+$/, '')
	return sign + (rest === '' ? whole : `${whole}.${rest}`)
}

/** AGO with at most four decimals, for tables; `ago` beside it, or as its title, is exact. */
export function roughAgo(planck: bigint): string {
	const step = PLANCK / 10_000n
	if (planck > 0n && planck < step) return '< 0.0001 AGO'
	return ago((planck / step) * step)
}

/**
 * What somebody typed as an amount of AGO, in planck; nothing if it is no such amount. As the command
 * it takes no comma: whether one parts thousands or decimals is not for a page to guess.
 */
export function planckOf(text: string): bigint | undefined {
	const match = /^(\d{1,24})(?:\.(\d{0,12}))?$/.exec(text.trim())
	if (!match) return undefined
	return BigInt(match[1] ?? '0') * PLANCK + BigInt((match[2] ?? '').padEnd(DECIMALS, '0'))
}

/** A hint for a field of AGO: the amount that is read in what was typed, before what else there is to say. */
export function readAs(typed: string, hint = ''): string {
	const planck = planckOf(typed)
	return planck === undefined ? hint : `${ago(planck)}. ${hint}`.trim()
}

/** Parts per million as per cent: `2.5 %`. */
export const perMillion = (parts: number): string => `${parts / 10_000} %`

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']

/** A size in decimal units, as file managers show it. */
export function size(bytes: number | bigint): string {
	let value = Number(bytes)
	let unit = 0
	while (value >= 1000 && unit < UNITS.length - 1) {
		value /= 1000
		unit += 1
	}
	const shown = unit === 0 || value >= 100 ? Math.round(value).toString() : value.toFixed(1)
	return `${shown} ${UNITS[unit]}`
}

/** A count with its noun: `1 version`, `2,000 versions`. */
export const count = (many: number | bigint, one: string, more = `${one}s`): string =>
	`${numeral(many)} ${many.toString() === '1' ? one : more}`

/** A duration, in its two greatest units. */
export function duration(seconds: number): string {
	const units: [string, number][] = [
		['d', 86_400],
		['h', 3_600],
		['min', 60],
		['s', 1],
	]
	let rest = Math.max(0, Math.round(seconds))
	const parts: string[] = []
	for (const [unit, length] of units) {
		const many = Math.floor(rest / length)
		rest -= many * length
		if (many > 0 && parts.length < 2) parts.push(`${many} ${unit}`)
		else if (parts.length === 1) break
	}
	return parts.join(' ') || '0 s'
}

/** The beginning and end of something long, such as an address or a hash. */
export const short = (text: string, ends = 6): string =>
	text.length <= 2 * ends + 1 ? text : `${text.slice(0, ends)}…${text.slice(-ends)}`
