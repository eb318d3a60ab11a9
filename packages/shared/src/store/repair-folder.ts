/**
 * Repair of a damaged data folder, for when there is no copy to put back. It first copies all that it will touch to
 * `set-aside-1` (or the next free
 * number), then mends one finding after the other until a start would succeed: what cannot be read is left out, and
 * so are the steps after it, as each
 * builds on those before.
 */

import { basename, dirname, join } from 'node:path'
import { DataFolderError, explainDiskError } from './data-folder-error.ts'
import { FORMAT_VERSION, headerLine, JournalHeader, SnapshotHeader } from './file-header.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import {
  isSegmentFile,
  SNAPSHOT_FILE,
  STREAMS_FOLDER,
  segmentFile,
  streamFolder,
  TEMPORARY_SUFFIX,
} from './folder-layout.ts'
import { lockFolder } from './folder-lock.ts'
import { type Finding, type FolderReport, type InspectOptions, inspectFolder } from './inspect-folder.ts'
import { listSegments } from './journal-reader.ts'
import { salvageJournal, salvageSnapshot, salvageStream } from './salvage.ts'
import { listStreamSegments, listStreams } from './stream-segment.ts'

/**
 * `actions`: what was done, a sentence each; empty when the folder was sound. `setAside`: the folder with the files
 * as they were.
 */
export interface RepairReport {
  readonly actions: readonly string[]
  readonly setAside: string | undefined
}

/** @throws DataFolderError when the folder is in use, cannot be written, or what it lacks cannot be made up. */
export async function repairFolder(folder: string, options: InspectOptions = {}): Promise<RepairReport> {
  const { files = nodeFileSystem } = options
  let release = async () => {}
  try {
    release = await lockFolder(files, folder)
    let report = await inspectFolder(folder, options)
    if (firstDamage(report) === undefined) return { actions: [], setAside: undefined }
    assertRepairable(report, (await listSegments(files, folder))[0])
    const setAside = await setFilesAside(files, folder)
    const actions: string[] = []
    for (let damage = firstDamage(report); damage !== undefined; damage = firstDamage(report)) {
      actions.push(...(await mend(files, folder, report, damage)))
      report = await inspectFolder(folder, options)
      if (firstDamage(report)?.message === damage.message) throw cannotBeMended(damage.file ?? folder, folder)
    }
    await files.syncFolder(folder)
    return { actions, setAside }
  } catch (error) {
    throw explainDiskError('Repairing', folder, error)
  } finally {
    await release()
  }
}

function firstDamage(report: FolderReport): Finding | undefined {
  return report.findings.find(({ level }) => level === 'damage')
}

function assertRepairable(report: FolderReport, firstSegment: string | undefined): void {
  for (const { problem, message, file } of report.findings) {
    if (problem === 'other version' || problem === 'other program') throw new DataFolderError(problem, message)
    if (problem === 'incomplete' && file === join(report.folder, STREAMS_FOLDER))
      throw new DataFolderError(problem, message)
    if (problem !== 'incomplete' || file === undefined || file !== firstSegment) continue
    const said = `${report.folder} has a journal but not the snapshot of the steps before it`
    throw new DataFolderError(
      'incomplete',
      `${said}, and that cannot be made up. Put back ${SNAPSHOT_FILE} from a copy. Nothing was changed.`,
    )
  }
}

async function mend(
  files: FileSystem,
  folder: string,
  report: FolderReport,
  damage: Finding,
): Promise<readonly string[]> {
  const path = damage.file ?? folder
  if (basename(path) === SNAPSHOT_FILE) {
    if (damage.problem === 'incomplete') return startJournalAfter(files, folder, report)
    return mendSnapshot(files, folder, path, report)
  }
  if (isSegmentFile(basename(path))) return cutJournal(files, folder, path, report, damage)
  return mendStream(files, path)
}

async function startJournalAfter(files: FileSystem, folder: string, report: FolderReport): Promise<readonly string[]> {
  const { shape = '', shapeVersion = 1, snapshot } = report
  const after = snapshot?.seq ?? 0
  for (const path of await listSegments(files, folder)) await files.remove(path)
  const header: JournalHeader = { format: 'scimulator-journal', version: FORMAT_VERSION, shape, shapeVersion, after }
  await replaceFile(files, join(folder, segmentFile(after)), [headerLine(header)])
  return [`The state is that of the snapshot, step ${after}; later steps, if there were any, are not here.`]
}

async function mendSnapshot(
  files: FileSystem,
  folder: string,
  path: string,
  report: FolderReport,
): Promise<readonly string[]> {
  const { shape, shapeVersion } = report
  const segment = report.segments[0]
  const fallback = { format: 'scimulator-snapshot', version: FORMAT_VERSION, shape, shapeVersion, seq: segment?.after }
  const salvaged = await salvageSnapshot(files, path, SnapshotHeader.safeParse(fallback).data)
  if (salvaged === undefined) throw cannotBeMended(path, folder)
  await replaceFile(files, path, salvaged.lines)
  return [`${path}: ${salvaged.kept} resources were kept; lost or unreadable are ${salvaged.lost}`]
}

/** Keeps the whole steps before the damage and leaves out everything after it, later segments included. */
async function cutJournal(
  files: FileSystem,
  folder: string,
  path: string,
  report: FolderReport,
  damage: Finding,
): Promise<readonly string[]> {
  const later = (await listSegments(files, folder)).filter((other) => other > path)
  for (const other of later) await files.remove(other)
  const actions = later.map((other) => `${other}: left out, as its steps follow the damaged ones.`)
  const after = Number(/\d+/.exec(basename(path))?.[0]) - 1
  const { shape, shapeVersion } = report
  const fallback = { format: 'scimulator-journal', version: FORMAT_VERSION, shape, shapeVersion, after }
  const salvaged =
    damage.problem === 'damaged' ? await salvageJournal(files, path, JournalHeader.safeParse(fallback).data) : undefined
  if (salvaged === undefined) {
    await files.remove(path)
    return [...actions, `${path}: left out.`]
  }
  await replaceFile(files, path, salvaged.lines)
  return [
    ...actions,
    `${path}: ${salvaged.kept} steps were kept, up to step ${salvaged.lastSeq}; those after it are left out.`,
  ]
}

/**
 * The newest entries matter most: a damaged older segment goes, with those before it; of the newest the entries
 * before the damage stay.
 */
async function mendStream(files: FileSystem, path: string): Promise<readonly string[]> {
  const segments = await listStreamSegments(files, dirname(path))
  const isNewest = segments.at(-1)?.path === path
  const salvaged = isNewest ? await salvageStream(files, path) : undefined
  if (salvaged !== undefined) {
    await replaceFile(files, path, salvaged.lines)
    return [`${path}: ${salvaged.kept} log entries were kept; those after them are left out.`]
  }
  const gone = segments.filter((segment) => (isNewest ? segment.path === path : segment.path <= path))
  for (const segment of gone) await files.remove(segment.path)
  return gone.map((segment) => `${segment.path}: left out.`)
}

function cannotBeMended(path: string, folder: string): DataFolderError {
  return new DataFolderError('damaged', `${path} cannot be mended with what is in ${folder}. Put back a copy.`)
}

async function replaceFile(files: FileSystem, path: string, lines: readonly string[]): Promise<void> {
  const file = await files.open(path + TEMPORARY_SUFFIX, 'create')
  try {
    for (const line of lines) await file.append(Buffer.from(line))
    await file.datasync()
  } finally {
    await file.close()
  }
  await files.rename(path + TEMPORARY_SUFFIX, path)
}

/** Copies everything, so that whatever the repair does can be undone by hand. @returns the folder of the copies. */
async function setFilesAside(files: FileSystem, folder: string): Promise<string> {
  const names = await files.list(folder)
  let number = 1
  while (names.includes(`set-aside-${number}`)) number += 1
  const aside = join(folder, `set-aside-${number}`)
  await files.makeFolder(aside)
  for (const name of names.filter((each) => each === SNAPSHOT_FILE || isSegmentFile(each))) {
    await copyFile(files, join(folder, name), join(aside, name))
  }
  for (const stream of await listStreams(files, folder)) {
    const copies = streamFolder(aside, stream)
    await files.makeFolder(copies)
    for (const { path } of await listStreamSegments(files, streamFolder(folder, stream))) {
      await copyFile(files, path, join(copies, basename(path)))
    }
  }
  return aside
}

async function copyFile(files: FileSystem, from: string, to: string): Promise<void> {
  const [source, target] = [await files.open(from, 'read'), await files.open(to, 'create')]
  const buffer = Buffer.alloc(1024 * 1024)
  for (let position = 0; ; ) {
    const count = await source.read(buffer, 0, position)
    if (count === 0) break
    await target.append(buffer.subarray(0, count))
    position += count
  }
  await target.datasync()
  await source.close()
  await target.close()
}
