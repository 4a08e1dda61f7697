// SPDX-License-Identifier: Apache-2.0

// Which files a version consists of, from what somebody dropped or chose: every file under the
// folder but the manifest itself, as docs/manifest.md says. Nothing is left out in silence.

import { isOwnFile, pathFault } from '../chain/manifest'
import type { FolderFile } from './protocol'

export interface Folder {
	/** What the folder is called; nothing if files were dropped by themselves. */
	name: string | undefined
	files: FolderFile[]
	/** The manifest that lies at its top, which is no part of the version. */
	manifest: File | undefined
}

/** A folder that makes no version, in a sentence. */
export class FolderError extends Error {
	override name = 'FolderError'
}

/** Names in a path at most, as for the command. */
const MAX_DEPTH = 128
/** More than a page can hold. */
const MAX_FILES = 200_000

/** The folder that was chosen with `<input webkitdirectory>`. */
export function chosenFolder(list: Iterable<File>): Folder {
	let name: string | undefined
	const files: FolderFile[] = []
	for (const file of list) {
		const [top, ...rest] = file.webkitRelativePath.split('/')
		if (rest.length > 0) name = top
		files.push({ path: rest.length > 0 ? rest.join('/') : file.name, file })
	}
	return folder(name, files)
}

/** What was dropped: a folder, or files that lie in none. To be called before the event is over. */
export async function droppedFolder(data: Pick<DataTransfer, 'items'>): Promise<Folder> {
	// The list is emptied when the event is over, so all entries are taken at once.
	const entries = [...data.items]
		.filter(item => item.kind === 'file')
		.map(item => item.webkitGetAsEntry())
		.filter(entry => entry !== null)
	const [first] = entries
	if (!first) throw new FolderError('What was dropped is no folder. Drop one from your files.')
	const files: FolderFile[] = []
	if (entries.length === 1 && isDirectory(first)) {
		await walk(first, '', files)
		return folder(first.name, files)
	}
	for (const entry of entries) await take(entry, '', files)
	return folder(undefined, files)
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

async function walk(directory: FileSystemDirectoryEntry, prefix: string, files: FolderFile[]) {
	const reader = directory.createReader()
	// A reader gives a hundred or so at a time, and none when there are no more.
	for (;;) {
		const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
			error => unreadable(prefix || directory.name, error),
		)
		if (batch.length === 0) return
		for (const entry of batch) await take(entry, prefix, files)
	}
}

async function take(entry: FileSystemEntry, prefix: string, files: FolderFile[]) {
	const path = prefix + entry.name
	if (isDeep(path)) tooDeep(path)
	if (isDirectory(entry)) await walk(entry, `${path}/`, files)
	else if (isFile(entry)) {
		const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(error =>
			unreadable(path, error),
		)
		files.push({ path, file })
	} else throw new FolderError(`“${path}” is neither a file nor a folder. Take it out.`)
	if (files.length > MAX_FILES) tooMany()
}

function unreadable(path: string, error: unknown): never {
	const why = error instanceof Error || error instanceof DOMException ? error.message : String(error)
	throw new FolderError(`“${path}” could not be read: ${why}`)
}

const isDeep = (path: string): boolean => path.split('/').length > MAX_DEPTH

function tooDeep(path: string): never {
	throw new FolderError(`“${path}” lies more than ${MAX_DEPTH} folders deep.`)
}

function tooMany(): never {
	throw new FolderError(`More than ${MAX_FILES} files are too many for a page. The command “agora publish” takes them.`)
}

/** Without the manifest's own files at the top, and with names that a manifest can have. */
function folder(name: string | undefined, all: FolderFile[]): Folder {
	if (all.length > MAX_FILES) tooMany()
	const files = all.filter(({ path }) => path.includes('/') || !isOwnFile(path))
	if (files.length === 0) throw new FolderError('There is no file in the folder: nothing to describe.')
	const paths = new Set<string>()
	for (const { path } of files) {
		if (isDeep(path)) tooDeep(path)
		const fault = pathFault(path)
		if (fault) throw new FolderError(`The name ${JSON.stringify(path)} ${fault}. Rename it.`)
		// Where a name is no text, browsers put this character in its place.
		if (path.includes('\ufffd')) throw new FolderError(`The name of “${path}” is not UTF-8. Rename it.`)
		if (paths.has(path)) throw new FolderError(`Two files are called “${path}”.`)
		paths.add(path)
	}
	const manifest = all.find(({ path }) => path === 'agora.json')?.file
	return { name, files, manifest }
}

/** The file of this name at the top. */
export const fileAt = ({ files }: Folder, path: string): File | undefined =>
	files.find(file => file.path === path)?.file
