// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Publish() {
	return <Page title="Publish">{null}</Page>
}
