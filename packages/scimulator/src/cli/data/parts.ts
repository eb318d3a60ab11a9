// What a data folder consists of: the data of one program, or of `up`, a folder for each with snapshots and traffic beside them.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PROGRAMS } from '@scimulator/harness/programs'
import { BadInput } from '@scimulator/harness/scenario'
import { errorCode } from '@scimulator/shared/platform'

/** Names below the folder; '' is the folder itself. */
export interface Parts {
  /** Who sends before who receives: what a sender knows of a receiver, the receiver has. */
  readonly programs: readonly string[]
  /** Folders of files that are written once, or line by line. */
  readonly plain: readonly string[]
  /** What is no data of ours and is left where it is. */
  readonly others: readonly string[]
}

const PLAIN = ['snapshots', 'traffic']

/** @throws BadInput when there is no such folder, or no data in it */
export async function partsOf(folder: string): Promise<Parts> {
  const names = await namesIn(folder)
  if (isData(names)) return { programs: [''], plain: [], others: names.filter((name) => !isOwn(name)) }
  const programs: string[] = []
  for (const name of names) if (isData(await namesIn(join(folder, name)))) programs.push(name)
  if (programs.length === 0) {
    const said = names.length === 0 ? 'is empty or does not exist' : 'holds no data of Scimulator'
    throw new BadInput(`${folder} ${said}. Give the folder that --data named.`)
  }
  const plain = names.filter((name) => PLAIN.includes(name))
  const known = [...programs, ...plain]
  const others = names.filter((name) => !known.includes(name))
  return { programs: await sendersFirst(programs), plain, others }
}

/** Names in a folder, none where it does not exist or is a file. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return []
    throw error
  }
}

async function sendersFirst(names: readonly string[]): Promise<readonly string[]> {
  const receivers: string[] = []
  for (const entry of PROGRAMS)
    if (names.includes(entry.name) && (await entry.load()).isReceiver) receivers.push(entry.name)
  return [...names.filter((name) => !receivers.includes(name)), ...receivers]
}

/** A folder with logs alone has lost the rest, and is not passed over in silence. */
function isData(names: readonly string[]): boolean {
  return names.some((name) => OF_THE_STORE.test(name) && !name.startsWith('lock'))
}

function isOwn(name: string): boolean {
  return OF_THE_STORE.test(name) || name.endsWith('.tmp')
}

const OF_THE_STORE = /^(snapshot\.jsonl|journal-\d{12,}\.jsonl|streams|lock.*)$/
