// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from 'react'
import type { FolderState } from '../../hashing/use-folder'
import { describe, type Hashed } from './hashed'

/** The manifest of a folder that was hashed, once it is. */
export function useHashed(state: FolderState): { hashed: Hashed | undefined; fault: unknown } {
	const [made, setMade] = useState<{ of: FolderState; hashed?: Hashed; fault?: unknown }>()
	useEffect(() => {
		if (state.type !== 'hashed') return
		let current = true
		describe(state.folder, state.files).then(
			hashed => current && setMade({ of: state, hashed }),
			(fault: unknown) => current && setMade({ of: state, fault }),
		)
		return () => {
			current = false
		}
	}, [state])
	return made?.of === state ? { hashed: made.hashed, fault: made.fault } : { hashed: undefined, fault: undefined }
}
