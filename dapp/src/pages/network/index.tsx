// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Network() {
	return <Page title="Network">{null}</Page>
}
