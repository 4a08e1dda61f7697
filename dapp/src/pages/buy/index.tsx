// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Buy() {
	return <Page title="Buy">{null}</Page>
}
