// SPDX-License-Identifier: Apache-2.0

// After finality: where it is, and what is left to do.

import { Link } from 'wouter'
import { artifactPath } from '../../routes'
import { Address, Card, Copyable, Fact, Facts } from '../../ui/parts'
import type { Done } from './done'
import { saveManifest } from './files'
import type { Hashed } from './hashed'
import css from './publish.module.css'

export function Published({ done, hashed, onAnother }: { done: Done; hashed: Hashed; onAnother: () => void }) {
	const { publisher, name, number, locations, offer, block } = done
	return (
		<Card title="It is published">
			<div className={css.stack} data-published={`${publisher}/${name}@${number}`}>
				<Facts>
					<Fact name="Version">
						<Link href={artifactPath(publisher, name, number)}>
							{name}@{number}
						</Link>
					</Fact>
					<Fact name="Publisher">
						<Address of={publisher} />
					</Fact>
					<Fact name="Digest">
						<Copyable text={hashed.digest} label="the digest" full />
					</Fact>
					{offer !== undefined && <Fact name="Offer">{offer.toString()}</Fact>}
					<Fact name="Final in block">{block}</Fact>
				</Facts>
				<p>
					{locations.length > 0
						? 'Now copy the folder to its location, with agora.json in it, so that others can have the files:'
						: 'It has no location yet. Copy the folder, with agora.json in it, to where others can have the files, and name that on its page.'}
				</p>
				{locations.length > 0 && (
					<ul className={css.plain}>
						{locations.map(location => (
							<li key={location}>
								<code>{location}</code>
							</li>
						))}
					</ul>
				)}
				<div className={css.actions}>
					<Link href={artifactPath(publisher, name, number)} className="button primary">
						See its page
					</Link>
					<button onClick={() => saveManifest(hashed)}>Save agora.json</button>
					<button onClick={onAnother}>Publish something else</button>
				</div>
			</div>
		</Card>
	)
}
