// SPDX-License-Identifier: Apache-2.0

// An address that the chain or a card names: in full, and a link only where a browser can go.

import { isWeb } from '../../chain/location'
import css from './artifact.module.css'

export function LocationText({ location }: { location: string }) {
	if (!isWeb(location)) return <code className={css.location}>{location}</code>
	return (
		<a className={css.location} href={location} target="_blank" rel="noreferrer noopener">
			<code>{location}</code>
		</a>
	)
}
