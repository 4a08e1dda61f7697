// SPDX-License-Identifier: Apache-2.0

import type { QueryClient } from '@tanstack/react-query'

/**
 * Reads again what a transaction may have changed: all that is on screen, but what is pinned, which
 * its reader is about to sign.
 */
export const refresh = (queries: QueryClient): Promise<void> =>
	queries.invalidateQueries({ predicate: ({ meta }) => meta?.pinned !== true })
