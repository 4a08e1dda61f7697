// SPDX-License-Identifier: Apache-2.0

// The events of a transaction, with what the runtime says that they carry.

import type { AgoraEvents } from '@polkadot-api/descriptors'
import type { ChainEvent } from './transaction'

/** What all events of this name carry. */
export const happened = <P extends keyof AgoraEvents & string, N extends keyof AgoraEvents[P] & string>(
	events: ChainEvent[],
	pallet: P,
	name: N,
): AgoraEvents[P][N][] =>
	events.filter(event => event.pallet === pallet && event.name === name).map(event => event.value)

/** What the first event of this name carries; nothing if there is none. */
export const first = <P extends keyof AgoraEvents & string, N extends keyof AgoraEvents[P] & string>(
	events: ChainEvent[],
	pallet: P,
	name: N,
): AgoraEvents[P][N] | undefined => happened(events, pallet, name)[0]
