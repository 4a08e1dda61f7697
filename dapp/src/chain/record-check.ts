// SPDX-License-Identifier: Apache-2.0

// Whether a receipt holds: checked here against the root on chain, and by the chain itself.

import type { Connection } from './connection'
import { isOfRecord, leadsTo, type Receipt } from './receipt'
import type { RecordState } from './records'

const AT = { at: 'best' } as const

/** One thing that has to be so. */
export interface Step {
	/** What is checked, as a statement that holds or does not. */
	claim: string
	/** Nothing where it was not checked. */
	holds: boolean | undefined
	/** What it means that it does not hold, or why it was not checked. */
	why?: string
}

export interface Checked {
	steps: Step[]
	/** Whether all that was checked holds, and nothing that matters was left out. */
	holds: boolean
	/** How the record stands, as the chain answers to the proof. */
	state: RecordState | undefined
}

const FAULTS = {
	NotCommitted: 'The chain knows no commitment of this version to its records.',
	IndexOutOfRange: 'The chain says that the version has fewer records.',
	Invalid: 'The chain does not accept the proof.',
} as const

export async function checkReceipt(
	{ client, api }: Connection,
	receipt: Receipt,
	record?: Uint8Array,
): Promise<Checked> {
	const { version, index, contributor, proof } = receipt
	const leaf = { contributor, record: receipt.record }
	const [{ genesisHash }, commitment, verdict, fits, isOf] = await Promise.all([
		client.getChainSpecData(),
		api.apis.ProvenanceApi.commitment(version, AT),
		api.apis.ProvenanceApi.verify_record(version, BigInt(index), leaf, proof, AT),
		leadsTo(receipt, receipt.root, receipt.count),
		record && isOfRecord(receipt, record),
	])
	const here = genesisHash.toLowerCase() === receipt.genesis
	const same = commitment?.root === receipt.root && commitment.count === BigInt(receipt.count)
	const within = commitment && (await leadsTo(receipt, commitment.root, Number(commitment.count)))
	const left = 'Not asked: this chain says nothing about another one.'
	const steps: Step[] = [
		{
			claim: 'The receipt fits together: its hashes lead from the record to its own root.',
			holds: fits,
			why: 'It was changed or damaged, and proves nothing. Ask the publisher for another.',
		},
		{
			claim: 'It is of this chain.',
			holds: here,
			why: `It is of the chain whose first block is ${receipt.genesis}. Choose a node of that chain.`,
		},
		{
			claim: `Version ${version} committed to this root and ${receipt.count} records on chain.`,
			holds: here ? same : undefined,
			why: !here
				? left
				: commitment
					? 'The root or the count on chain is another. The receipt is of another version, or made up.'
					: 'There is no such version, or it made no commitment to its records.',
		},
		{
			claim: `Record ${index} is in it: this browser followed the hashes to the root on chain.`,
			holds: here ? within === true : undefined,
			why: !here ? left : commitment ? 'The hashes do not lead to the root on chain.' : 'There is no root on chain.',
		},
		{
			claim: 'The chain itself comes to the same answer.',
			holds: here ? verdict.success : undefined,
			why: !here ? left : verdict.success ? '' : FAULTS[verdict.value.type],
		},
	]
	if (isOf !== undefined) {
		steps.push({
			claim: 'The receipt is of the record that you gave.',
			holds: isOf,
			why: 'Its bytes are others. A row of a table is a JSON object of its columns; of CSV, all values are strings.',
		})
	}
	const holds = steps.every(step => step.holds === true)
	return { steps, holds, state: here && verdict.success ? verdict.value.type : undefined }
}
