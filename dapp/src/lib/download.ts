// SPDX-License-Identifier: Apache-2.0

/** Hand bytes to the browser to be saved as a file. */
export function download(name: string, bytes: Uint8Array, type: string): void {
	const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }))
	const link = document.createElement('a')
	link.href = url
	link.download = name
	link.click()
	// Once the browser has taken it.
	setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
