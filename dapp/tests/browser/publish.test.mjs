// SPDX-License-Identifier: Apache-2.0

// A real model is published in the browser, by the same digests as the command's; and a folder is
// compared with what was published.

import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { account } from './support/accounts.mjs'
import { useStage } from './support/stage.mjs'
import { charlie, publishServed } from './support/story.mjs'
import { EXTENSION, wallet } from './support/wallet.mjs'

const WEIGHTS = 'silero_vad_16k.safetensors'

const maker = account('Maker')
let voice
let location

const stage = useStage(async ({ chain, folder }) => {
	voice = join(folder, 'silero-vad')
	cpSync(process.env.AGORA_VOICE, voice, { recursive: true })
	location = await stage.serveFolder(voice)
	await chain.endow(maker)
	await publishServed(stage, charlie, 'speech-hours', { 'hours.csv': 'a,b\n' }, { kind: 'dataset', royalty: 5 })
})

/** Hands a folder to the page. */
const choose = (page, folder) => page.getByLabel('Choose a folder').setInputFiles(folder)

stage.test('the folder is hashed as the command does, file by file', async () => {
	const page = await stage.open('/publish')
	await choose(page, voice)
	const copy = join(stage.folder, 'by-the-command')
	cpSync(voice, copy, { recursive: true })
	const { digest } = await stage.chain.cli(maker, 'hash', copy, '--write')
	const written = readFileSync(join(copy, 'agora.json'))
	const files = page.getByRole('region', { name: 'The files', exact: true })
	await files.getByText(digest.replace('0x', ''), { exact: true }).waitFor()
	for (const { path, blake3, sha256 } of JSON.parse(written).files) {
		const row = files.getByRole('row', { name: `${path} ` })
		await row.getByTitle(blake3).waitFor()
		await row.getByTitle(sha256).waitFor()
	}
	const saved = page.waitForEvent('download')
	await files.getByRole('button', { name: 'Save agora.json' }).click()
	await (await saved).saveAs(join(voice, 'agora.json'))
	assert.deepEqual(readFileSync(join(voice, 'agora.json')), written, 'the same manifest, byte for byte')
})

stage.test('what is missing is told beside it before anything is signed', async () => {
	const extension = wallet([maker])
	const page = await stage.open('/publish', { wallet: extension })
	await choose(page, voice)
	await page.getByRole('banner').getByRole('button', { name: 'Connect a wallet' }).click()
	await page.getByRole('button', { name: `Open ${EXTENSION}` }).click()
	await page.getByRole('button', { name: new RegExp(`Maker.*${EXTENSION}`) }).click()
	await page.getByLabel('Name', { exact: true }).fill('Silero VAD')
	await page.getByRole('button', { name: 'Publish', exact: true }).click()
	await page.getByRole('textbox', { name: 'Name', exact: true, disabled: false }).waitFor()
	assert.equal(await page.getByLabel('Name', { exact: true }).getAttribute('aria-invalid'), 'true')
	assert.equal(extension.signed.length, 0)
})

stage.test('it is published with a source, terms and an offer, by one signature', async () => {
	const extension = wallet([maker])
	const page = await stage.open('/publish', { wallet: extension })
	await page.getByRole('banner').getByRole('button', { name: 'Connect a wallet' }).click()
	await page.getByRole('button', { name: `Open ${EXTENSION}` }).click()
	await page.getByRole('button', { name: new RegExp(`Maker.*${EXTENSION}`) }).click()
	await choose(page, voice)
	await page.getByLabel('Name', { exact: true }).fill('silero-vad')
	await page.getByLabel('Tags', { exact: true }).fill('speech audio')
	await page.getByLabel('License', { exact: true }).fill('MIT')
	await page.getByLabel('Find a source').fill('speech hours')
	await page.getByRole('button', { name: 'Add speech-hours' }).click()
	await page.getByLabel('Relation to speech-hours').selectOption({ label: 'trained on' })
	await page.getByLabel('Royalty asked, in per cent').fill('2.5')
	await page.getByLabel('Location', { exact: true }).fill(location.url)
	await page.getByLabel('Offer licenses for it, with the same signature').check()
	await page.getByLabel('Price, in AGO').fill('25')

	const review = page.getByRole('region', { name: 'Sign and publish' })
	for (const cost of ['Held for the name', 'Held for the version', 'Held for the offer', 'Fee, about']) {
		await review.getByText(cost).waitFor()
	}
	await review.getByRole('button', { name: 'Publish', exact: true }).click()
	const done = page.getByRole('region', { name: 'It is published' })
	await done.waitFor()
	assert.equal(extension.signed.length, 1)

	const name = `${maker.address}/silero-vad`
	await stage.chain.cli(maker, 'verify', `${name}@1`, voice)
	const shown = JSON.stringify(await stage.chain.cli(maker, 'show', name))
	assert.match(shown, /speech/)
	assert.match(shown, /"MIT"/)

	await done.getByRole('link', { name: 'See its page' }).click()
	await page.getByRole('heading', { level: 1, name: /silero-vad/ }).waitFor()
	await page.getByRole('link', { name: /25 AGO/ }).first().waitFor()
})

stage.test('the very files are not published twice', async () => {
	const page = await stage.open('/publish', { account: charlie })
	await choose(page, voice)
	await page.getByText('These very files are published already.').waitFor()
	assert.equal(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled(), true)
})

stage.test('a folder is told to be the one that was published, and a tampered one to be another', async () => {
	const page = await stage.open(`/publish?check=${maker.address}/silero-vad@1`)
	await choose(page, voice)
	await page.getByText('These are the very files of silero-vad@1.').waitFor()

	const tampered = join(stage.folder, 'tampered')
	cpSync(voice, tampered, { recursive: true })
	const weights = readFileSync(join(tampered, WEIGHTS))
	weights[weights.length >> 1] ^= 1
	writeFileSync(join(tampered, WEIGHTS), weights)
	await page.getByRole('button', { name: 'Check another folder' }).click()
	await choose(page, tampered)
	await page.getByRole('alert').getByText('These are not the files of silero-vad@1.').waitFor()
	await page.getByRole('row', { name: new RegExp(`^${WEIGHTS} different`) }).waitFor()
	assert.equal(await page.getByRole('row', { name: /different/ }).count(), 1)
})
