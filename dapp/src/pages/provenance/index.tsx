// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Provenance() {
	return <Page title="Provenance">{null}</Page>
}
