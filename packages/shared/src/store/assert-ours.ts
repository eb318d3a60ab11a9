import { join } from 'node:path'
import { DataFolderError } from './data-folder-error.ts'
import type { FileSystem } from './file-system.ts'
import { isLeftover, isSegmentFile, LOCK_FILE, SNAPSHOT_FILE, STREAMS_FOLDER, streamFolder } from './folder-layout.ts'
import { listStreamSegments, listStreams } from './stream-segment.ts'

/**
 * A new state is begun only where there is nothing: among somebody else's files it would be lost among them, and beside the logs of an
 * earlier state it would pass for that.
 * @throws DataFolderError when a folder without snapshot and journal holds anything else that can be seen.
 */
export async function assertOurs(files: FileSystem, folder: string): Promise<void> {
  const names = await files.list(folder)
  if (names.some((name) => name === SNAPSHOT_FILE || isSegmentFile(name))) return
  if (names.includes(STREAMS_FOLDER)) await assertNoLogs(files, folder)
  const others = names.filter((name) => !isOwn(name) && !isOfTheSystem(name))
  if (others.length === 0) return
  const shown = others.slice(0, 3).join(', ') + (others.length > 3 ? ` and ${others.length - 3} more` : '')
  const said = `${folder} holds other files (${shown}) and no data of Scimulator`
  throw new DataFolderError('other files', `${said}. Nothing was changed. Choose a new or empty folder with --data.`)
}

/** @throws DataFolderError when the folder has logs, which a new state must not begin beside. */
export async function assertNoLogs(files: FileSystem, folder: string): Promise<void> {
  for (const stream of await listStreams(files, folder)) {
    if ((await listStreamSegments(files, streamFolder(folder, stream))).length === 0) continue
    const file = join(folder, STREAMS_FOLDER)
    const said = `${folder} has logs (${STREAMS_FOLDER}) but neither the snapshot nor the journal that belong to them`
    const wayOut = `Copy the whole folder, while the program is stopped; to begin anew, remove ${file}.`
    throw new DataFolderError('incomplete', `${said}. Nothing was changed. ${wayOut}`, { place: { file } })
  }
}

function isOwn(name: string): boolean {
  return name === STREAMS_FOLDER || name.startsWith(LOCK_FILE) || isLeftover(name)
}

/** Hidden files, and what every new file system has at its top. */
function isOfTheSystem(name: string): boolean {
  return name.startsWith('.') || name === 'lost+found'
}
