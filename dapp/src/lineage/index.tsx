// SPDX-License-Identifier: Apache-2.0

export function LineageGraph({ sequence }: { sequence: bigint }) {
	return <p>The lineage of version {sequence.toString()} is drawn here.</p>
}
