// SPDX-License-Identifier: Apache-2.0

// The frame around the pages: name, navigation, account, and how the node is.

import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, Route, Router, Switch } from 'wouter'
import css from './app.module.css'
import { useHashLocation, useHashQuery } from './lib/hash-location'
import Browse from './pages/browse'
import { routes } from './routes'
import { NodeBanner } from './ui/node'
import { Boundary } from './ui/boundary'
import { Page } from './ui/parts'
import { SentTray, Transactions } from './ui/sent'
import { Loading } from './ui/states'
import { useWallet } from './wallet/context'
import { AccountMenu } from './wallet/menu'

const Artifact = lazy(() => import('./pages/artifact'))
const Buy = lazy(() => import('./pages/buy'))
const Mine = lazy(() => import('./pages/mine'))
const Network = lazy(() => import('./pages/network'))
const Provenance = lazy(() => import('./pages/provenance'))
const Publish = lazy(() => import('./pages/publish'))

const NAVIGATION: [string, string][] = [
	[routes.browse, 'Browse'],
	[routes.publish, 'Publish'],
	[routes.mine, 'My things'],
	[routes.provenance, 'Provenance'],
	[routes.network, 'Network'],
]

function Navigation() {
	const [path] = useHashLocation()
	return (
		<nav aria-label="Pages" className={css.nav}>
			{NAVIGATION.map(([to, name]) => (
				<Link key={to} href={to} aria-current={path === to ? 'page' : undefined}>
					{name}
				</Link>
			))}
		</nav>
	)
}

function Pages() {
	const [path] = useHashLocation()
	useFocusOn(path)
	return (
		<Boundary key={path}>
			<Suspense fallback={<Loading what="the page" />}>
				<Switch location={path}>
					<Route path={routes.browse} component={Browse} />
					<Route path={routes.artifact} component={Artifact} />
					<Route path={routes.publish} component={Publish} />
					<Route path={routes.buy} component={Buy} />
					<Route path={routes.mine} component={Mine} />
					<Route path={routes.provenance} component={Provenance} />
					<Route path={routes.network} component={Network} />
					<Route>
						<Page title="There is no such page.">
							<Link href={routes.browse}>See what there is</Link>
						</Page>
					</Route>
				</Switch>
			</Suspense>
		</Boundary>
	)
}

/** Who went to another page reads on there, and not at the link that is gone. */
function useFocusOn(path: string) {
	const before = useRef(path)
	useEffect(() => {
		if (before.current === path) return
		before.current = path
		document.getElementById('main')?.focus({ preventScroll: true })
	}, [path])
}

/** What becomes of transactions, on whatever page. */
function Sent() {
	const [path] = useHashLocation()
	const { account } = useWallet()
	return <SentTray where={`${path} ${account?.address ?? ''}`} />
}

export function App() {
	return (
		<Router hook={useHashLocation} searchHook={useHashQuery}>
			<a className={css.skip} href="#main" onClick={skip}>
				To the content
			</a>
			<header className={css.header}>
				<Link href={routes.browse} className={css.brand ?? ''}>
					<svg viewBox="0 0 32 32" aria-hidden="true">
						<path d="M16 2 30 10v3H2v-3zM5 15h4v10H5zm9 0h4v10h-4zm9 0h4v10h-4zM2 27h28v3H2z" />
					</svg>
					Agora
				</Link>
				<Navigation />
				<AccountMenu />
			</header>
			<NodeBanner />
			<main id="main" tabIndex={-1} className={css.main}>
				<Transactions>
					<Pages />
					<Sent />
				</Transactions>
			</main>
		</Router>
	)
}

/** The part behind the `#` names the page, so the content gets the focus by hand. */
function skip(event: { preventDefault: () => void }) {
	event.preventDefault()
	document.getElementById('main')?.focus()
}
