// SPDX-License-Identifier: Apache-2.0

// Lays out Markdown beside the page, so that a card made to take for ever can be given up on.

import { toHtml } from './parse'

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(toHtml(data)))

// That it is here: from now on time is its own, and not the network's.
postMessage(true)
