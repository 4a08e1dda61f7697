// SPDX-License-Identifier: Apache-2.0

const OTHER_RUNTIME =
	"The node's chain runs another version of Agora than this page is made for. Choose another node, or a newer page."

/** Why something failed, for a reader. */
export function sentenceOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error)
	// What the chain has differs from what this page knows of it.
	if (/^(Incompatible runtime|Runtime entry .* not found)/.test(message)) return OTHER_RUNTIME
	return message || 'It failed without saying why.'
}
