// SPDX-License-Identifier: Apache-2.0

// The manifest and the card of a version, looked for where the version says that they are.

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { VersionView } from '../../chain/artifact'
import type { Manifest } from '../../chain/manifest'
import { cardWanted, manifestWanted, readManifest, type Search, search, type Wanted } from '../../chain/manifest-check'
import { bareHex, textOf } from '../../lib/bytes'

/** Where a reader lets the page look. */
export interface Places {
	locations: string[]
	/** Whether it may ask machines in the reader's own network. */
	local: boolean
	allowLocal: () => void
	/** Look at another address before those on chain. */
	add: (location: string) => void
}

export interface Files {
	places: Places
	manifest: UseQueryResult<Search>
	/** What the checked manifest says; nothing where there is none. */
	listed: Manifest | undefined
	/** Why a manifest with the right digest is of no use. */
	unfit: string | undefined
	/** Nothing where neither the chain nor the manifest names a card. */
	card: UseQueryResult<Search> | undefined
	/** Whether the card is the one on chain, and not just a `README.md` among the files. */
	named: boolean
	/** The digest of a file of this path, if it is known. */
	digestOf: (path: string) => string | undefined
}

const FOREVER = { staleTime: Number.POSITIVE_INFINITY, retry: false } as const

function usePlaces(version: VersionView): Places {
	const [extra, setExtra] = useState<string[]>([])
	const [local, setLocal] = useState(false)
	const named = version.version.locations.map(textOf)
	return {
		locations: [...extra, ...named.filter(location => !extra.includes(location))],
		local,
		allowLocal: () => setLocal(true),
		add: location => {
			setExtra([location])
			setLocal(true)
		},
	}
}

function useSearch(what: string, { locations, local }: Places, wanted: Wanted | undefined, enabled: boolean) {
	return useQuery({
		queryKey: ['file', what, wanted?.digest, wanted?.paths, locations, local],
		queryFn: ({ signal }) => {
			if (!wanted) throw new Error('Nothing is looked for.')
			return search({ locations, local, page: location, signal }, wanted)
		},
		enabled: enabled && wanted !== undefined,
		...FOREVER,
	})
}

export function useFiles(view: VersionView): Files {
	const { version } = view
	const places = usePlaces(view)
	const manifest = useSearch('manifest', places, manifestWanted(version), true)
	const found = manifest.data?.found
	const read = useMemo(() => {
		try {
			return { listed: found && readManifest(found.bytes, version) }
		} catch (error) {
			return { unfit: error instanceof Error ? error.message : String(error) }
		}
		// A version's manifest, files and bytes never change.
	}, [found, version.manifest])
	const wanted = cardWanted(version, read.listed)
	const card = useSearch('card', places, wanted, !manifest.isPending)
	const digests = useMemo(
		() => new Map(read.listed?.files.map(file => [file.path, file.blake3])),
		[read.listed],
	)
	return {
		places,
		manifest,
		listed: read.listed,
		unfit: read.unfit,
		card: wanted && card,
		named: version.card !== undefined && wanted?.digest === bareHex(version.card),
		digestOf: useMemo(() => path => digests.get(path), [digests]),
	}
}
