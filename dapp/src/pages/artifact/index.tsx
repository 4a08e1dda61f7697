// SPDX-License-Identifier: Apache-2.0

// The page of an artifact, or of one of its versions: what it is, what is known against it, what it
// costs, and its files, all checked against the chain.

import { Link, useParams } from 'wouter'
import { readArtifact } from '../../chain/artifact'
import { isAddress } from '../../chain/attesters'
import { useChain } from '../../chain/context'
import { parseReference, routes } from '../../routes'
import { Page } from '../../ui/parts'
import { Empty, Read } from '../../ui/states'
import { ArtifactPage } from './page'

function Absent({ title, children }: { title: string; children: string }) {
	return (
		<Page title="Artifact">
			<Empty title={title}>
				<p>{children}</p>
				<Link href={routes.browse} className="button">
					See what there is
				</Link>
			</Empty>
		</Page>
	)
}

export default function Artifact() {
	const { publisher = '', reference = '' } = useParams()
	const parsed = parseReference(reference)
	const { name, number } = parsed ?? { name: '', number: undefined }
	const valid = isAddress(publisher) && parsed !== undefined
	const query = useChain(
		['artifact', publisher, name, number],
		({ api }) => readArtifact(api, publisher, name, number),
		{ enabled: valid },
	)
	if (!valid) {
		return (
			<Absent title="This address names no artifact.">
				It should be the publisher's account, then the name, and perhaps @ and the number of a version.
			</Absent>
		)
	}
	if (query.data === undefined) {
		return (
			<Page title={reference}>
				<Read query={query} what="the artifact" lines={8}>
					{() => null}
				</Read>
			</Page>
		)
	}
	if (query.data === null) {
		return (
			<Absent title={`There is no artifact ${name} of this publisher.`}>
				Names are written exactly, in lower case. It may have been removed, or be on another chain.
			</Absent>
		)
	}
	return <ArtifactPage key={`${publisher}/${reference}`} found={query.data} asked={number} />
}
