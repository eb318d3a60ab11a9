import { join } from 'node:path'
import { shippedPrograms } from '@scimulator/harness/programs'
import { type FolderReport, inspectFolder, type NewestVersions, repairFolder } from '@scimulator/shared/store'
import { partsOf } from './data/parts.ts'

export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** What `scimulator doctor` ends with. */
export const DOCTOR_EXIT = {
  /** The folder is sound; a program that starts on it has every acknowledged write. */
  sound: 0,
  /** A program would refuse to start on it; the message says where and why. */
  damaged: 1,
  /** There is no such folder, it cannot be read, or it holds nothing of ours. */
  noDataFolder: 2,
  /** A running program has it open, so that nothing certain can be said. */
  inUse: 2,
} as const

/** Checks a data folder, or all of them in that of `up`, without changing anything. @returns one of DOCTOR_EXIT. */
export async function runDoctor(folder: string, output: Output): Promise<number> {
  return inEach(folder, (one) => checkOne(one, output))
}

async function checkOne(folder: string, { out, err }: Output): Promise<number> {
  try {
    const report = await inspectFolder(folder, { newest: await newestVersions() })
    if (report.lock?.isAlive) {
      err(`${folder} is in use by process ${report.lock.pid}. Stop it, then check again.`)
      return DOCTOR_EXIT.inUse
    }
    if (!report.isDataFolder) {
      err(`${folder} holds no data of Scimulator: no snapshot and no journal. Give the folder that --data named.`)
      return DOCTOR_EXIT.noDataFolder
    }
    for (const line of describe(report)) out(line)
    return conclude(report, { out, err })
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
    const why = error instanceof Error ? error.message : String(error)
    err(`${folder} cannot be read: ${isFile ? 'it is no folder. Give the folder that --data named.' : why}`)
    return DOCTOR_EXIT.noDataFolder
  }
}

/** Mends what is damaged of a data folder, says what it did, and checks it again. @returns one of DOCTOR_EXIT. */
export async function runRepair(folder: string, output: Output): Promise<number> {
  return inEach(folder, (one) => repairOne(one, output))
}

/** In the folder itself, or where it has no data in those below it that have; the highest of their exit codes. */
async function inEach(folder: string, run: (folder: string) => Promise<number>): Promise<number> {
  const { programs } = await partsOf(folder).catch(() => ({ programs: [''] }))
  const codes: number[] = []
  for (const name of programs) codes.push(await run(name === '' ? folder : join(folder, name)))
  return Math.max(...codes)
}

async function repairOne(folder: string, { out, err }: Output): Promise<number> {
  try {
    if (!(await inspectFolder(folder)).isDataFolder) return await checkOne(folder, { out, err })
    const { actions, setAside } = await repairFolder(folder, { newest: await newestVersions() })
    if (setAside !== undefined) out(`The files as they were are in ${setAside}`)
    for (const action of actions) out(`repaired: ${action}`)
  } catch (error) {
    err(`${folder} could not be repaired: ${error instanceof Error ? error.message : String(error)}`)
    return DOCTOR_EXIT.damaged
  }
  return checkOne(folder, { out, err })
}

async function newestVersions(): Promise<NewestVersions> {
  const programs = await shippedPrograms()
  return Object.assign({}, ...programs.map(({ dataVersions }) => dataVersions))
}

function conclude(report: FolderReport, { out, err }: Output): number {
  const damages = report.findings.filter(({ level }) => level === 'damage')
  for (const { message } of report.findings.filter(({ level }) => level === 'note')) out(`note: ${message}`)
  for (const { message } of damages) err(`damage: ${message}`)
  if (damages.length > 0) return DOCTOR_EXIT.damaged
  out(`sound: a start reaches step ${report.seq}`)
  return DOCTOR_EXIT.sound
}

function describe(report: FolderReport): readonly string[] {
  const lines = [
    `${report.folder}: data of ${report.shape ?? 'an unknown program'}, version ${report.shapeVersion ?? '?'}`,
  ]
  if (report.snapshot) {
    lines.push(`  snapshot of step ${report.snapshot.seq}, ${size(report.snapshot.bytes)}`)
    for (const [collection, count] of Object.entries(report.snapshot.collections))
      lines.push(`    ${count} ${collection}`)
  } else lines.push('  no snapshot')
  for (const { after, steps, bytes } of report.segments) {
    lines.push(`  journal after step ${after}: ${steps} steps, ${size(bytes)}`)
  }
  for (const { name, entries, firstSeq, lastSeq, bytes } of report.streams) {
    lines.push(`  stream ${name}: ${entries} entries (${firstSeq} to ${lastSeq}), ${size(bytes)}`)
  }
  if (report.lock)
    lines.push(`  lock of process ${report.lock.pid} on ${report.lock.host}, ${ownerState(report.lock.isAlive)}`)
  return lines
}

function ownerState(isAlive: boolean | undefined): string {
  return isAlive === false ? 'which no longer runs; the next start takes it over' : 'which cannot be seen from here'
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
