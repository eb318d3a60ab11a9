// What runs have left at a target: by their ledgers, and without one by names that can only be theirs.
import type { JsonObject } from '@scimulator/shared/scim'
import { BadInput } from '../written/problem.ts'
import { cleanUp, type Leftover } from './clean-up.ts'
import { ledgerFilesIn, openLedgerFile, readLedgerFile } from './ledger-file.ts'
import { createdAt, idOf } from './read-answer.ts'
import { RESOURCE_KINDS, type ResourceKind } from './resource-kind.ts'
import { hourOf, NAME_START, runIdIn } from './run-id.ts'
import { createRunLedger, LEDGER_VERSION, type LedgerEntry, type RunLedger } from './run-ledger.ts'
import { readResources, UnreadableTarget } from './scim-reading.ts'
import { nameAttribute, type TargetConnection } from './target-connection.ts'

/** Something that can be deleted: found by a ledger, or by its name. */
export interface FoundLeftover {
  readonly kind: ResourceKind
  readonly name: string
  /** Absent where a POST got no answer, and the name is looked up when it is cleaned. */
  readonly id?: string
  readonly run: string
  readonly by: 'ledger' | 'name'
}

export interface LeftoverSet {
  readonly run: string
  readonly by: 'ledger' | 'name'
  readonly ledger: RunLedger
  /** The ledger's file, if it has one. */
  readonly path?: string
}

export interface FindOptions {
  readonly connection: TargetConnection
  /** The token of the connection. */
  readonly token: string
  readonly folder: string
  /** Real milliseconds since the epoch. */
  readonly now: number
  /** How old what is found by its name alone has to be, in milliseconds. */
  readonly ageMs: number
  /** Whether a process is at work, so that its ledger is left alone. */
  isRunning(pid: number): boolean
}

/** @throws UnreadableTarget when the target's lists cannot be read */
export async function findLeftovers(options: FindOptions): Promise<{ sets: LeftoverSet[]; running: string[] }> {
  const ledgers = ledgersOf(options)
  const running = ledgers.filter(({ pid }) => options.isRunning(pid)).map(({ run }) => run)
  const sets = ledgers
    .filter(({ run }) => !running.includes(run))
    .map(({ run, path, ledger }) => ({ run, path, ledger, by: 'ledger' as const }))
  const known = new Set([...ledgers.map(({ run }) => run)])
  const byName = (await namedLeftovers(options)).filter(({ run }) => !known.has(run))
  return { sets: [...sets, ...byName], running }
}

export function listOf({ run, by, ledger }: LeftoverSet): FoundLeftover[] {
  const made = ledger.made().map(({ kind, id, name }) => ({ kind, id, name, run, by }))
  return [...made, ...ledger.unanswered().map(({ kind, name }) => ({ kind, name, run, by }))]
}

/** Deletes what a set holds, after looking that each still carries the run's name. @returns what is left */
export async function removeLeftovers(
  { run, ledger, path }: LeftoverSet,
  connection: TargetConnection,
): Promise<Leftover[]> {
  const file = path === undefined ? undefined : await openLedgerFile(path)
  const mark = `${NAME_START}${run}`
  const left = await cleanUp({
    connection,
    ledger,
    owns: (value) => value.toLowerCase().includes(mark),
    note: async (entry) => file?.append(entry),
  })
  await (left.length === 0 ? file?.remove() : file?.close())
  return left
}

interface KnownLedger {
  readonly run: string
  readonly path: string
  readonly pid: number
  readonly ledger: RunLedger
}

function ledgersOf({ folder, connection }: FindOptions): KnownLedger[] {
  return ledgerFilesIn(folder).flatMap((path) => {
    const entries = readLedgerFile(path)
    const head = entries.find((entry) => entry.event === 'run')
    assertKnownVersion(path, head)
    if (head?.event !== 'run' || head.url !== connection.url) return []
    return [{ run: head.run, path, pid: head.pid, ledger: createRunLedger(entries) }]
  })
}

/** @throws BadInput for a ledger of a newer release: what its lines mean is not known, and nothing may be deleted by guesses. */
function assertKnownVersion(path: string, head: LedgerEntry | undefined): void {
  const version: number = head?.event === 'run' ? head.version : LEDGER_VERSION
  if (version <= LEDGER_VERSION) return
  throw new BadInput(
    `${path} is a ledger of version ${version}; this release reads up to version ${LEDGER_VERSION}. Clean with the release that wrote it, or a newer one. Nothing was changed.`,
  )
}

/** Full matches of the pattern, old enough, whose `meta.created`, if shown, lies in the hour that the run id names or the day after. */
async function namedLeftovers(options: FindOptions): Promise<LeftoverSet[]> {
  const entries = new Map<string, LedgerEntry[]>()
  for (const kind of RESOURCE_KINDS) {
    for (const resource of await listed(options, kind)) {
      const name = resource[nameAttribute(kind)]
      const run = typeof name === 'string' ? runIdIn(name) : undefined
      const id = idOf(resource)
      if (typeof name !== 'string' || run === undefined || id === undefined) continue
      if (!isOldEnough(run, createdAt(resource), options)) continue
      const seq = (entries.get(run)?.length ?? 0) + 1
      const found: LedgerEntry[] = [
        { event: 'posting', seq, kind, name },
        { event: 'made', seq, kind, id },
      ]
      entries.set(run, [...(entries.get(run) ?? []), ...found])
    }
  }
  return [...entries].map(([run, list]) => ({ run, by: 'name', ledger: createRunLedger(list) }))
}

const HOUR_MS = 3_600_000
/** The longest run, and clocks that differ. */
const LONGEST_RUN_MS = 24 * HOUR_MS
const CLOCK_SLACK_MS = HOUR_MS

function isOldEnough(run: string, created: number | undefined, { now, ageMs }: FindOptions): boolean {
  const hour = hourOf(run)
  if (hour > now + CLOCK_SLACK_MS) return false
  const agrees = created === undefined || (created >= hour - CLOCK_SLACK_MS && created <= hour + LONGEST_RUN_MS)
  return agrees && now - Math.max(hour, created ?? hour) >= ageMs
}

/** Everything of a kind; a target without groups has none of ours. */
async function listed(
  { connection: { send, url }, token }: FindOptions,
  kind: ResourceKind,
): Promise<readonly JsonObject[]> {
  try {
    // What was parsed from JSON is JSON.
    return (await readResources(send, { url, token }, kind)) as readonly JsonObject[]
  } catch (error) {
    if (kind === 'Groups' && error instanceof UnreadableTarget) return []
    throw error
  }
}
