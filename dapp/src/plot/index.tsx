// SPDX-License-Identifier: Apache-2.0

export function IncomePlot({ artifact, versions }: { artifact: string; versions: bigint[] }) {
	return (
		<p>
			The income of {artifact}, {versions.length} versions, is drawn here.
		</p>
	)
}
