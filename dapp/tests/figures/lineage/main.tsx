// SPDX-License-Identifier: Apache-2.0

// The lineage graph alone, of a made lineage, drawn when the button is pressed.

import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Lineage } from '../../../src/chain/lineage'
import { LineageView } from '../../../src/lineage'
import { madeLineage } from '../../../src/lineage/made'
import '../../../src/styles/base.css'

const lineage = madeLineage(Number(new URLSearchParams(location.search).get('versions') ?? 500))

function Figure() {
	const [shown, setShown] = useState<Lineage>()
	const begin = () => {
		performance.mark('asked')
		setShown(lineage)
		// Two frames later the first one with the picture is on screen.
		requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('drawn')))
	}
	return shown ? <LineageView lineage={shown} /> : <button onClick={begin}>Draw</button>
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Figure />)
