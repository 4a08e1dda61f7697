// SPDX-License-Identifier: Apache-2.0

import type { LicenseView } from '../chain/market'
import { Badge } from '../ui/parts'

/** How a license is, in a word. */
export function LicenseBadge({ view }: { view: LicenseView }) {
	if (!view.lasts) return <Badge tone="bad">ended</Badge>
	if (view.license.purchase) return <Badge tone="warn">refundable</Badge>
	return <Badge tone="good">settled</Badge>
}
