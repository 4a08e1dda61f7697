// SPDX-License-Identifier: Apache-2.0

// Whether a version can be cited and sold, in a word.

import type { Version } from '../../chain/artifact'
import { Badge } from '../../ui/parts'

export function StatusBadge({ status, retired = false }: { status: Version['status']; retired?: boolean }) {
	if (status.type === 'Yanked') return <Badge tone="bad">yanked</Badge>
	if (status.type === 'Superseded') return <Badge tone="bad">superseded</Badge>
	return retired ? <Badge tone="warn">retired</Badge> : <Badge tone="good">live</Badge>
}
