// SPDX-License-Identifier: Apache-2.0

// A card as it is read: what its front matter says, and its text.

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Fact, Facts } from '../../../ui/parts'
import { Loading, Notice } from '../../../ui/states'
import type { Base } from './address'
import { convert } from './convert'
import { splitFrontMatter } from '../../../lib/front-matter'
import css from './markdown.module.css'
import { nodesOf } from './nodes'
import { sanitise } from './sanitise'

interface Shown {
	text: string
	base: Base
	/** The digest that a file of this path has, if that is known. */
	digestOf: (path: string) => string | undefined
}

export default function Markdown({ text, digest, ...rest }: Shown & { digest: string }) {
	const { facts, body } = useMemo(() => splitFrontMatter(text), [text])
	const html = useQuery({
		queryKey: ['html', digest],
		queryFn: async ({ signal }) => (await convert(body, signal)) ?? null,
		staleTime: Number.POSITIVE_INFINITY,
		retry: false,
	})
	return (
		<>
			{facts.length > 0 && (
				<details className={css.facts}>
					<summary>What the card says of itself</summary>
					<Facts>
						{facts.map(([name, values], at) => (
							<Fact key={at} name={name}>
								{values.join(', ')}
							</Fact>
						))}
					</Facts>
				</details>
			)}
			{html.isPending && <Loading what="the card" lines={6} />}
			{typeof html.data === 'string' ? (
				<Laid html={html.data} text={body} {...rest} />
			) : (
				!html.isPending && <Plain text={body} />
			)}
		</>
	)
}

function Laid({ html, text, base, digestOf }: Shown & { html: string }) {
	const result = useMemo(() => {
		try {
			return nodesOf(sanitise(html), base, digestOf)
		} catch {
			return undefined
		}
	}, [html, base, digestOf])
	if (!result) return <Plain text={text} />
	return (
		<>
			<div className={css.card}>{...result.nodes}</div>
			{!result.whole && (
				<Notice tone="warn" title="The card goes on">
					<p>It is longer than what is shown here. Download it to read the rest.</p>
				</Notice>
			)}
		</>
	)
}

/** What cannot be laid out is shown as it was written. */
function Plain({ text }: { text: string }) {
	return (
		<>
			<Notice tone="warn" title="The card could not be laid out">
				<p>This is its text as it was written.</p>
			</Notice>
			<pre className={css.plain} tabIndex={0}>
				{text}
			</pre>
		</>
	)
}
