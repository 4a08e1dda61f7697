// SPDX-License-Identifier: Apache-2.0

import { Page } from '../../ui/parts'

export default function Artifact() {
	return <Page title="Artifact">{null}</Page>
}
