// SPDX-License-Identifier: Apache-2.0

// A key for what is read about a thing: the same for equal things, whatever they hold.

import { hexOf } from './bytes'

const plain = (_: string, value: unknown): unknown => {
	if (typeof value === 'bigint') return `${value}n`
	return value instanceof Uint8Array ? `0x${hexOf(value)}` : value
}

/** JSON, which has neither great numbers nor bytes: they are text here. */
export const keyOf = (value: unknown): string => JSON.stringify(value, plain) ?? ''
