/**
 * A copy of a data folder, also of one that a program is writing: what a crash at this moment would leave. Every step that was
 * acknowledged before the copy began is in it, and what was being written is there as a whole or not at all.
 */
import { dirname, join } from 'node:path'
import { cutFile } from './cut-file.ts'
import { DataFolderError } from './data-folder-error.ts'
import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system.ts'
import { cutFolder, type FolderCut, isJoined } from './folder-cut.ts'
import { type FolderReport, inspectFolder } from './inspect-folder.ts'

/** What is held at one moment and written afterwards: of several folders all are held before the first is written. */
export interface HeldFolder {
  /** Writes it, and reads every line of it again. @throws DataFolderError when what was held is damaged. */
  writeTo(to: string): Promise<FolderReport>
  close(): Promise<void>
}

const ATTEMPTS = 5
const CHUNK_BYTES = 1024 * 1024

/** @throws DataFolderError when the files of the folder do not stand still for as long as it takes to open them. */
export async function holdFolder(folder: string, files: FileSystem = nodeFileSystem): Promise<HeldFolder> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const cut = await cutFolder(files, folder)
    if (cut === undefined) continue
    // A folder that lacks a file for good is told of when the copy is read.
    if (attempt < ATTEMPTS - 1 && !(await isJoined(cut))) {
      await cut.close()
      continue
    }
    return { writeTo: (to) => writeSound(files, folder, cut, to), close: () => cut.close() }
  }
  throw new DataFolderError(
    'not readable',
    `${folder} is being rewritten at this moment. Nothing was copied; try again.`,
  )
}

async function writeSound(files: FileSystem, from: string, cut: FolderCut, to: string): Promise<FolderReport> {
  await writeCut(files, cut, to)
  await dropTorn(files, await inspectFolder(to, { files }))
  const report = await inspectFolder(to, { files })
  const damage = report.findings.find(({ level }) => level === 'damage')
  if (damage === undefined) return report
  // The copy goes; the place that is named is that in the original.
  throw new DataFolderError(damage.problem ?? 'damaged', damage.message.replaceAll(to, from))
}

async function writeCut(files: FileSystem, cut: FolderCut, to: string): Promise<void> {
  await files.makeFolder(to)
  const folders = new Set([to])
  for (const { name, file, bytes } of cut.files) {
    const path = join(to, name)
    folders.add(dirname(path))
    await files.makeFolder(dirname(path))
    await writeFile(files, path, file, bytes)
  }
  for (const folder of folders) await files.syncFolder(folder)
}

async function writeFile(files: FileSystem, path: string, from: OpenFile, bytes: number): Promise<void> {
  const to = await files.open(path, 'create')
  try {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes + 1))
    for (let done = 0; done < bytes; ) {
      const count = await from.read(buffer.subarray(0, Math.min(buffer.length, bytes - done)), 0, done)
      // Shorter than it was: the program took back what it could not write, and has told nobody of it.
      if (count === 0) break
      await to.append(buffer.subarray(0, count))
      done += count
    }
    await to.datasync()
  } finally {
    await to.close()
  }
}

/** The end of a line that was being written when the file was held. */
async function dropTorn(files: FileSystem, report: FolderReport): Promise<void> {
  for (const { level, file, byte } of report.findings) {
    if (level !== 'note' || file === undefined || byte === undefined) continue
    if (byte === 0) await files.remove(file)
    else await cutFile(files, file, byte)
  }
}
