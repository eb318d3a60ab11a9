// One target, asked once for all runs of a command: what is there, who is watched, how much may be made. A run is one world's share: its
// id, its names, its ledger, its guard.
import type { Send } from '@scimulator/shared/provisioning'
import { createRandomIds, type RealTime, realTime } from '@scimulator/shared/runtime'
import { cleanUp, type Leftover } from './clean-up.ts'
import type { ConnectedTarget } from './connect-target.ts'
import { Guard } from './guard.ts'
import { type Inventory, takeInventory } from './inventory.ts'
import type { LedgerView } from './judge-request.ts'
import { createLedgerFile, DEFAULT_LEDGER_FOLDER, type LedgerFile } from './ledger-file.ts'
import { namespacing, plainValue } from './namespacing.ts'
import type { OpenTarget } from './open-target.ts'
import { patient } from './patient-send.ts'
import { createPrivacy, type Privacy } from './privacy.ts'
import type { ResourceKind } from './resource-kind.ts'
import { newRunId, runIdOf } from './run-id.ts'
import { createRunLedger, type LedgerEntry, type RunLedger } from './run-ledger.ts'
import { createRunNames, type RunNames } from './run-names.ts'
import type { Stop } from './stop.ts'
import type { TargetConnection } from './target-connection.ts'

export interface TargetAccess {
  readonly url: string
  readonly token: string
}

/** What the guard needs of a connection. */
export type GuardedConnection = Pick<ConnectedTarget, 'url' | 'token' | 'headers' | 'send' | 'watchSecrets'>

export interface GuardTargetOptions {
  readonly time?: RealTime
  /** A number in [0, 1), for the run id. */
  readonly random?: () => number
  /** Eight characters of base 36: repeats a run under its own names. */
  readonly runId?: string
  /** Default `.scimulator/ledgers`. `false` keeps no file, for a target that dies with the process. */
  readonly ledgerFolder?: string | false
  readonly emailDomain?: string
  /** Accounts at a time, all runs together. Default 250. */
  readonly maxAccounts?: number
  /** Groups at a time. Default 20. */
  readonly maxGroups?: number
}

export interface GuardedTarget {
  readonly url: string
  /** The command's run id; each world's follows from it and the world's name. */
  readonly runId: string
  readonly inventory: Inventory
  /** @param name of the run among those of the command, such as the scenario's file and combination */
  openRun(name: string): Promise<TargetRun>
}

export interface TargetRun {
  readonly runId: string
  /** What an identity provider is given to reach the endpoint. */
  readonly access: TargetAccess
  readonly watchSecrets: ConnectedTarget['watchSecrets']
  /** Sends as it is, for `guarding`. */
  readonly send: Send
  readonly names: RunNames
  readonly view: LedgerView
  readonly ledger: RunLedger
  readonly privacy: Privacy
  /** What the guard has stopped so far. */
  readonly stops: readonly Stop[]
  /** A `Send` under the guard: what comes through speaks the wire's names. */
  guarding(send: Send): Send
  /** A `Send` whose sender speaks the scenario's names. It belongs outside of `guarding`. */
  namespacing(send: Send): Send
  /** A value in which the run's own names stand, with the scenario's in their place. */
  plain<Value>(value: Value): Value
  /** Deletes what the run has made. Never throws for what the target answers. Call it once, at the end. */
  cleanUp(): Promise<readonly Leftover[]>
}

/** A target that has been opened, with the limits of its description. Never throws for what the target answers. */
export function guardOpened(
  { description, connected }: Pick<OpenTarget, 'description' | 'connected'>,
  options: Pick<GuardTargetOptions, 'ledgerFolder'> = {},
): Promise<GuardedTarget> {
  const { emailDomain, maxAccounts, runId } = description
  return guardTarget(connected, { ...options, emailDomain, maxAccounts, ...(runId === undefined ? {} : { runId }) })
}

/** Takes the inventory. Never throws for what the target answers. */
export async function guardTarget(
  connected: GuardedConnection,
  options: GuardTargetOptions = {},
): Promise<GuardedTarget> {
  const { time = realTime, random = () => createRandomIds().random('run') } = options
  const connection = { ...connected, send: patient(connected.send, time.sleep) }
  const inventory = await takeInventory(connection)
  const runId = options.runId ?? newRunId(time.now(), random())
  const runs = new Set<RunLedger>()
  const held = (kind: ResourceKind): number => [...runs].reduce((sum, ledger) => sum + ledger.count(kind), 0)
  const most = { Users: options.maxAccounts ?? 250, Groups: options.maxGroups ?? 20 }
  const setup = {
    connected,
    connection,
    inventory,
    runs,
    hasRoomFor: (kind: ResourceKind) => held(kind) < most[kind],
    now: time.now,
    ledgerFolder: options.ledgerFolder ?? DEFAULT_LEDGER_FOLDER,
    emailDomain: options.emailDomain,
    hashKey: createRandomIds().token('hash'),
  }
  return { url: connected.url, runId, inventory, openRun: async (name) => openRun(setup, runIdOf(runId, name)) }
}

interface RunSetup {
  /** Without retries: those of an identity provider are what is looked at. */
  readonly connected: GuardedConnection
  /** For our own requests. */
  readonly connection: TargetConnection
  readonly inventory: Inventory
  readonly runs: Set<RunLedger>
  readonly hasRoomFor: (kind: ResourceKind) => boolean
  readonly now: () => number
  readonly ledgerFolder: string | false
  readonly emailDomain: string | undefined
  readonly hashKey: string
}

function openRun(setup: RunSetup, runId: string): TargetRun {
  const { connected, connection, inventory, runs, emailDomain } = setup
  const ledger = createRunLedger()
  const names = createRunNames({ runId, ...(emailDomain === undefined ? {} : { emailDomain }) })
  const { note, end } = createLazyFile(setup, runId)
  const stops: Stop[] = []
  runs.add(ledger)
  const privacy = createPrivacy({
    base: connected.url,
    key: setup.hashKey,
    isOurs: (ref) => ledger.standing(ref) !== 'not-ours' || ledger.isAdopted(ref),
  })
  const guard = new Guard({
    ...setup,
    ledger,
    names,
    note,
    isOfAnotherRun: (ref) => [...runs].some((other) => other !== ledger && other.standing(ref) === 'ours'),
    onStop: (stop) => void addStop(stops, stop),
  })
  return {
    runId,
    access: { url: connected.url, token: connected.token },
    watchSecrets: connected.watchSecrets,
    send: connected.send,
    names,
    view: guard.view,
    ledger,
    stops,
    privacy,
    guarding: (send) => vetting(guard.guarding(send), privacy),
    namespacing: (send) => exempting(namespacing(send, names, connected.url), privacy),
    plain: (value) => plainValue(value, names),
    async cleanUp() {
      const leftovers = await cleanUp({ connection, ledger, owns: names.owns, inventory, note })
      await end(leftovers.length === 0)
      if (leftovers.length === 0) runs.delete(ledger)
      return leftovers
    },
  }
}

/** Nobody behind it sees who is named in an error. */
function vetting(send: Send, privacy: Privacy): Send {
  return async (request) => privacy.vetted(await send(request))
}

/** What the scenario itself says is not struck out of its report. */
function exempting(send: Send, privacy: Privacy): Send {
  return (request) => {
    privacy.exempt(request.body ?? '')
    return send(request)
  }
}

/** A retry is stopped again, with the same words; it is told once. */
function addStop(stops: Stop[], stop: Stop): void {
  if (!stops.some(({ message }) => message === stop.message)) stops.push(stop)
}

interface LazyFile {
  note(entry: LedgerEntry): Promise<void>
  end(isClean: boolean): Promise<void>
}

/** A run that makes nothing leaves no file, and neither does one that has left nothing. */
function createLazyFile({ ledgerFolder, connected, now }: RunSetup, run: string): LazyFile {
  if (ledgerFolder === false) return { note: async () => {}, end: async () => {} }
  const folder = ledgerFolder
  let opened: Promise<LedgerFile> | undefined
  async function open(): Promise<LedgerFile> {
    const file = await createLedgerFile(folder, run)
    await file.append({ event: 'run', version: 1, run, url: connected.url, at: new Date(now()).toISOString() })
    return file
  }
  return {
    async note(entry) {
      opened ??= open()
      const file = await opened
      await file.append(entry)
    },
    async end(isClean) {
      const file = await opened
      await (isClean ? file?.remove() : file?.close())
    },
  }
}
