// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Mine() {
	return <Page title="Mine">{null}</Page>
}
