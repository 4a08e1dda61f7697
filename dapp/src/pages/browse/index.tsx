// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Browse() {
	return <Page title="Browse">{null}</Page>
}
