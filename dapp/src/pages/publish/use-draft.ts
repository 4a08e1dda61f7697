// SPDX-License-Identifier: Apache-2.0

// The draft as the form changes it: what follows from a change is changed with it.

import { useCallback, useState } from 'react'
import { type Draft, EMPTY, type OwnArtifact } from './draft'
import type { Hashed } from './hashed'
import { allowedUses, type CitedSource, type FoundSource, type Kind, relationsBetween, type Use } from './relations'

export interface DraftWork {
	draft: Draft
	set: (patch: Partial<Draft>) => void
	/** What a folder proposes, where nothing is written yet. */
	propose: (hashed: Hashed) => void
	setKind: (kind: Kind) => void
	setArtifact: (artifact: OwnArtifact | undefined) => void
	cite: (source: FoundSource) => void
	setSource: (sequence: bigint, patch: Partial<CitedSource> | undefined) => void
}

export function useDraft(): DraftWork {
	const [draft, setDraft] = useState<Draft>(EMPTY)
	return {
		draft,
		set: useCallback(patch => setDraft(draft => ({ ...draft, ...patch })), []),
		propose: useCallback(({ proposed }) => {
			setDraft(draft => ({
				...draft,
				name: draft.name || proposed.name,
				license: draft.license || (proposed.license ?? ''),
				tags: draft.tags || proposed.tags,
			}))
		}, []),
		setKind: useCallback(kind => setDraft(draft => ofKind({ ...draft, kind })), []),
		setArtifact: useCallback(artifact => {
			setDraft(draft => ofKind({ ...draft, artifact, tags: artifact ? artifact.tags.join(' ') : draft.tags }))
		}, []),
		cite: useCallback(source => {
			setDraft(draft => {
				if (draft.sources.some(({ sequence }) => sequence === source.sequence)) return draft
				const [relation = 'Merge'] = relationsBetween(draft.artifact?.kind ?? draft.kind, source.kind)
				return withSources(draft, [...draft.sources, { ...source, relation }])
			})
		}, []),
		setSource: useCallback((sequence, patch) => {
			setDraft(draft => {
				const sources = draft.sources.flatMap(source => {
					if (source.sequence !== sequence) return [source]
					return patch ? [{ ...source, ...patch }] : []
				})
				return withSources(draft, sources)
			})
		}, []),
	}
}

/** Relations that the kind cannot have become the likeliest that it can. */
function ofKind(draft: Draft): Draft {
	const kind = draft.artifact?.kind ?? draft.kind
	const sources = draft.sources.map(source => {
		const possible = relationsBetween(kind, source.kind)
		return possible.includes(source.relation) ? source : { ...source, relation: possible[0] ?? source.relation }
	})
	return withSources(draft, sources)
}

/** Uses that a source does not allow are taken away with it; they are not added again. */
function withSources(draft: Draft, sources: CitedSource[]): Draft {
	const allowed = allowedUses(sources)
	const uses = { ...draft.uses }
	for (const use of Object.keys(uses) as Use[]) uses[use] &&= allowed[use]
	return { ...draft, sources, uses }
}
