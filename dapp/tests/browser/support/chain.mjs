// SPDX-License-Identifier: Apache-2.0

// The chain behind the pages, as the tests move it on: by the command, and by requests to the node.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { AccountId, Blake2256, compact } from '@polkadot-api/substrate-bindings'
import { Binary, createClient } from 'polkadot-api'
import { getWsProvider } from 'polkadot-api/ws'
import { account } from './accounts.mjs'

/** One AGO, in planck. */
export const AGO = 1_000_000_000_000n

export class Chain {
	#client
	#data

	/** `data` is where the command keeps what it keeps. */
	constructor(url, data) {
		this.url = url
		this.#data = data
	}

	/** Have somebody run the command; answers with its result. */
	async cli(by, ...words) {
		const environment = { ...process.env, AGORA_SIGNER: by.suri, XDG_DATA_HOME: this.#data }
		const said = await run(process.env.AGORA_CLI, ['--node', this.url, '--json', ...words], environment)
		const { ok, result, error } = JSON.parse(said)
		if (!ok) throw new Error(`agora ${words.join(' ')}: ${error.message}`)
		return result
	}

	/** Publish a folder. */
	publish(by, folder, name, { kind = 'model', license = 'MIT', ...options } = {}) {
		const more = Object.entries(options).flatMap(([option, values]) =>
			[values].flat().map(value => (value === true ? `--${option}` : `--${option}=${value}`)),
		)
		return this.cli(by, 'publish', folder, '--name', name, '--kind', kind, '--license', license, ...more)
	}

	get #tx() {
		this.#client ??= createClient(getWsProvider(this.url))
		return this.#client.getUnsafeApi().tx
	}

	/** Give an account tokens of Alice's. */
	async endow(to, amount = 1_000n * AGO) {
		const dest = { type: 'Id', value: to.address }
		const give = this.#tx.Balances.transfer_keep_alive({ dest, value: amount })
		const { ok } = await give.signAndSubmit(account('Alice').signer)
		if (!ok) throw new Error(`${to.name} got nothing`)
	}

	/** Publish many artifacts at once, of files that nobody has. */
	async publishMany(by, artifacts) {
		const calls = artifacts.flatMap(({ kind = 'Model', name, tags = [], license = 'MIT' }) => [
			this.#tx.Registry.register({
				kind: { type: kind },
				name: Binary.fromText(name),
				tags: tags.map(tag => Binary.fromText(tag)),
			}),
			this.#tx.Registry.publish({ artifact: idOf(by, name), version: made(license), reservation: undefined }),
		])
		const all = this.#tx.Utility.batch_all({ calls: calls.map(call => call.decodedCall) })
		const { ok } = await all.signAndSubmit(by.signer)
		if (!ok) throw new Error('they were not published')
	}

	/** Empty blocks. */
	async skipBlocks(count) {
		for (let left = count; left > 0; left -= 1) await this.rpc('engine_createBlock', true, true, null)
	}

	/** Empty blocks, until the epoch that runs has ended. On a development chain it has twenty. */
	async endEpoch() {
		const { number } = await this.rpc('chain_getHeader')
		await this.skipBlocks(20 - (Number(number) % 20))
	}

	async rpc(method, ...params) {
		const response = await fetch(this.url.replace('ws:', 'http:'), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
		})
		const { result, error } = await response.json()
		if (error) throw new Error(`${method}: ${error.message}`)
		return result
	}

	close() {
		this.#client?.destroy()
	}
}

/** What a program prints; its failure too, since that is an answer. */
function run(program, words, env) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
		let [said, complained] = ['', '']
		child.stdout.on('data', data => (said += data))
		child.stderr.on('data', data => (complained += data))
		child.once('error', reject)
		child.once('exit', () => (said ? resolve(said) : reject(new Error(complained))))
	})
}

/** The id of the artifact that somebody registers under a name. */
function idOf({ address }, name) {
	const text = Buffer.from(name)
	const bytes = ['agora/artifact', AccountId().enc(address), compact.enc(text.length), text]
	return hex(Blake2256(Buffer.concat(bytes.map(part => Buffer.from(part)))))
}

const hex = bytes => `0x${Buffer.from(bytes).toString('hex')}`

/** A version of files that nobody has. */
const made = license => ({
	manifest: hex(randomBytes(32)),
	bytes: 1_000_000n,
	files: 2,
	card: undefined,
	license: Binary.fromText(license),
	terms: { derivation: { type: 'Open' }, uses: { train: true, evaluate: true, commercial: true }, royalty: 0 },
	sources: [],
	locations: [],
})
