// SPDX-License-Identifier: Apache-2.0

export function IncomePlot({ artifact, versions }: { artifact: string; versions: bigint[] }) {
	return (
		<p>
			The income of {versions.length === 1 ? 'this version' : artifact.slice(0, 10)}, is drawn here.
		</p>
	)
}
