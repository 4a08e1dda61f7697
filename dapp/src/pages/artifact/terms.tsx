// SPDX-License-Identifier: Apache-2.0

// What may be done with a version, as its terms have it for ever.

import type { Version, VersionView } from '../../chain/artifact'
import { textOf } from '../../lib/bytes'
import { perMillion } from '../../lib/format'
import { Card, Fact, Facts } from '../../ui/parts'
import css from './artifact.module.css'

const DERIVATION: Record<Version['terms']['derivation']['type'], string> = {
	Open: 'Anybody may publish what they make from it.',
	LicenseRequired: 'Who holds a license may publish what they make from it.',
	Forbidden: 'Nobody may publish what they make from it.',
}

export function Terms({ version: { version } }: { version: VersionView }) {
	const { derivation, uses, royalty } = version.terms
	const use = (allowed: boolean, text: string) => (
		<li>
			<span aria-hidden="true">{allowed ? '✓' : '✗'}</span> {allowed ? text : <>not {text}</>}
		</li>
	)
	return (
		<Card title="License and terms">
			<Facts>
				<Fact name="License">
					<code>{textOf(version.license)}</code>
				</Fact>
				<Fact name="Uses">
					<ul className={css.plain}>
						{use(uses.train, 'for training')}
						{use(uses.evaluate, 'for evaluation')}
						{use(uses.commercial, 'for commercial use')}
					</ul>
				</Fact>
				<Fact name="Derivation">{DERIVATION[derivation.type]}</Fact>
				<Fact name="Royalty">
					{royalty === 0 ? 'It asks for none.' : `It asks for ${perMillion(royalty)} of what is made from it earns.`}
				</Fact>
			</Facts>
		</Card>
	)
}
