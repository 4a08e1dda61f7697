// SPDX-License-Identifier: Apache-2.0

import { useHashQuery } from '../../lib/hash-location'

/**
 * The version to check a folder against, as in `#/publish?check=PUBLISHER/NAME@NUMBER`; an empty
 * text if it is yet to be named, and nothing if a folder is to be published.
 */
export const useCheck = (): string | undefined => new URLSearchParams(useHashQuery()).get('check') ?? undefined
