// SPDX-License-Identifier: Apache-2.0

// Publishing, and checking a folder against what was published.

import { Page } from '../../ui/parts'
import { Check } from './check'
import { Flow } from './flow'
import css from './publish.module.css'
import { useCheck } from './use-check'

export default function Publish() {
	const check = useCheck()
	return (
		<Page
			title={check === undefined ? 'Publish' : 'Check a folder'}
			lead={
				check === undefined
					? 'Put a model or dataset on the chain: what it is, what it was made from, and on what terms. Its files stay with you.'
					: 'See whether the files that you have are those that were published, byte for byte.'
			}
			actions={
				<nav aria-label="Publish or check" className={css.modes}>
					<a href="#/publish" aria-current={check === undefined ? 'page' : undefined}>
						Publish
					</a>
					<a href="#/publish?check" aria-current={check === undefined ? undefined : 'page'}>
						Check a folder
					</a>
				</nav>
			}
		>
			{check === undefined ? <Flow /> : <Check key={check} reference={check} />}
		</Page>
	)
}
