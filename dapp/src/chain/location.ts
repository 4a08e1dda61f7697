// SPDX-License-Identifier: Apache-2.0

// The locations of a version: addresses of folders. `agora.json` lies in one, and each file under
// its name. They are strangers' words: what a browser may ask of them is decided here.

/** Whether it is an address that a browser can fetch from and link to. */
export function isWeb(location: string): boolean {
	if (!/^https?:\/\//i.test(location)) return false
	try {
		const { protocol, hostname } = new URL(location)
		return (protocol === 'https:' || protocol === 'http:') && hostname !== ''
	} catch {
		return false
	}
}

/** Each part of a name as it stands in the path of a URL. */
const escape = (name: string): string => name.split('/').map(encodeURIComponent).join('/')

/** Where a file of a folder is; a query, such as a token, stays. */
export function below(location: string, name: string): string {
	const url = new URL(location)
	url.pathname = `${url.pathname.replace(/\/+$/, '')}/${escape(name)}`
	url.hash = ''
	return url.href
}

/** Whether a host is the user's own machine, or in their own network. */
export function isLocal(hostname: string): boolean {
	// A dot at the end says that a name is whole: it is the same one.
	const host = hostname.replace(/^\[|\]$|\.+$/g, '').toLowerCase()
	if (host === 'localhost' || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)) return true
	if (host.includes(':')) return /^(::1?$|f[cd]|fe[89ab]|::ffff:)/.test(host)
	const parts = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host)
	if (!parts) return !host.includes('.')
	const [a, b] = [Number(parts[1]), Number(parts[2])]
	return (
		[0, 10, 127].includes(a) ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && b === 168) ||
		(a === 169 && b === 254) ||
		(a === 100 && b >= 64 && b < 128)
	)
}

/**
 * Whether asking a location wants the user's word first: a page from the internet that makes a
 * browser ask machines in its user's own network could do harm there.
 */
export const needsAsking = (location: string, pageHost: string): boolean =>
	isLocal(new URL(location).hostname) && !isLocal(pageHost)

/** Whether browsers take a host for this very machine, which they let any page ask in plain. */
export const isThisMachine = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Whether browsers refuse it: plain HTTP from a page that came by HTTPS, unless to this machine. */
export function isMixed(location: string, pageProtocol: string): boolean {
	const { protocol, hostname } = new URL(location)
	return pageProtocol === 'https:' && protocol === 'http:' && !isThisMachine(hostname)
}
