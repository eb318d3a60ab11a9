// One target, looked at once for all runs of a command: what is there, who is watched, how much may be made. A run is one world's share: its
// id, its names, its ledger, its guard.
import { createRandomIds, type RealTime, realTime } from '@scimulator/shared/runtime'
import { adoptedPath, forgetAdopted, saveAdopted } from './adopted-file.ts'
import { type Adoption, adoptAll, adoptNamed, NOBODY_ADOPTED, putBack } from './adoption.ts'
import { createBodyReader } from './body-reader.ts'
import { watchBystanders } from './bystanders.ts'
import { type Inventory, takeInventory } from './inventory.ts'
import { createLaterLooks, type LaterOptions } from './later-looks.ts'
import { assertLedgerFolder, assertNoLedger, DEFAULT_LEDGER_FOLDER } from './ledger-file.ts'
import { createListHold } from './list-hold.ts'
import { createListedNames } from './listed-names.ts'
import type { OpenTarget } from './open-target.ts'
import { createPrivacy, type Privacy, type PrivacyOptions } from './privacy.ts'
import { answeredObject } from './read-answer.ts'
import { idKey, type ResourceKind } from './resource-kind.ts'
import { createRoom } from './room.ts'
import { newRunId, runIdOf } from './run-id.ts'
import type { RunLedger } from './run-ledger.ts'
import { type GuardedConnection, openRun, type RunSetup, type TargetRun } from './target-run.ts'
import { createWatch } from './watch.ts'

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
  /** Groups at a time, all runs together. Default 20. */
  readonly maxGroups?: number
  /** userNames, group names or ids that the run may change and puts back at the end; `all` for a target that is made for the run. */
  readonly adopt?: readonly string[] | 'all'
  /** Looks after deletions wait for `lookBack`, which the caller then has to call. Default: each is looked at where it is made. */
  readonly looksLater?: boolean
  /** How many of those who are there are watched. Default 200. */
  readonly sample?: number
}

export interface GuardedTarget {
  readonly url: string
  /** The command's run id; each world's follows from it and the world's name. */
  readonly runId: string
  readonly inventory: Inventory
  /** How many of the run's own may be there at a time. */
  readonly most: Readonly<Record<ResourceKind, number>>
  /** Why the run has ended: somebody who was there has changed. */
  readonly damage: string | undefined
  /** Why nothing more is sent, once the target has stopped answering. */
  readonly gone: string | undefined
  /**
   * @param name of the run among those of the command, such as the scenario's file and combination
   * @param accounts that it will hold at a time, as far as is known: a run of many waits for room
   */
  openRun(name: string, accounts?: number): Promise<TargetRun>
  /** What of the command's exchanges and texts may be shown: of people who are not the command's own nothing but ids and hashes. */
  readonly privacy: Privacy
  /**
   * Looks at the deletions whose looks have waited, and a last time at those who were there.
   * @returns a line for each of the command's own that is there all the same
   */
  lookBack(): Promise<readonly string[]>
  /** Looks a last time at those who were there, unless `lookBack` has, and puts back who was adopted. @returns a line for each that is not as it was */
  finish(): Promise<readonly string[]>
}

/** A target that has been opened, with the limits of its description. @throws BadInput for a name of `adopt` that nobody has */
export function guardOpened(
  {
    description,
    connected,
  }: { readonly description: OpenTarget['description']; readonly connected: GuardedConnection },
  options: Pick<GuardTargetOptions, 'ledgerFolder' | 'adopt' | 'runId' | 'time' | 'looksLater' | 'maxGroups'> = {},
): Promise<GuardedTarget> {
  const { emailDomain, maxAccounts, runId } = description
  return guardTarget(connected, { emailDomain, maxAccounts, ...(runId === undefined ? {} : { runId }), ...options })
}

/**
 * Takes the inventory. Never throws for what the target answers.
 * @throws BadInput for a name of `adopt` that nobody has, and when no ledger can be kept
 */
export async function guardTarget(
  connected: GuardedConnection,
  options: GuardTargetOptions = {},
): Promise<GuardedTarget> {
  const { time = realTime, random = () => createRandomIds().random('run') } = options
  const { url, headers } = connected
  const connection = { url, headers, send: connected.sendOwn ?? connected.send }
  const inventory = await takeInventory(connection)
  const adoption = await adoptionFor(options.adopt, connection, inventory)
  const runId = options.runId ?? newRunId(time.now(), random())
  const ledgerFolder = options.ledgerFolder ?? DEFAULT_LEDGER_FOLDER
  if (ledgerFolder !== false) assertLedgerFolder(ledgerFolder)
  if (adoption.saved.length > 0 && ledgerFolder !== false)
    saveAdopted(ledgerFolder, runId, connected.url, adoption.saved)
  const runs = new Set<RunLedger>()
  const isOfARun: RunSetup['isOfARun'] = (ref, but) =>
    [...runs].some((one) => one !== but && one.standing(ref) === 'ours')
  const isAdopted = adoption.has
  const sample = options.sample ?? 200
  const everMade = new Set<string>()
  const hashKey = createRandomIds().token('hash')
  const isOurs: PrivacyOptions['isOurs'] = (ref) => everMade.has(idKey(ref)) || adoption.has(ref)
  const readBody = createBodyReader()
  const privacy = createPrivacy({ base: url, key: hashKey, isOurs, read: readBody })
  const watch = createWatch(await watchBystanders({ connection, inventory, isAdopted, isOfARun, sample }))
  const most = { Users: options.maxAccounts ?? 250, Groups: options.maxGroups ?? 20 }
  const wait = (ms: number): Promise<void> => time.sleep(ms)
  const setup: RunSetup = {
    ...(options.looksLater ? looksLater({ connection, inventory, wait }) : {}),
    ...{ connected, connection, inventory, adoption, watch, runs, isOfARun, ledgerFolder },
    ...{ everMade, privacy, hashKey, readBody },
    isMine: options.adopt === 'all',
    most,
    room: createRoom(most),
    listHold: createListHold({
      base: url,
      read: (exchange) => answeredObject(exchange, readBody),
      isOfARun,
      wait,
    }),
    now: time.now,
    wait,
    emailDomain: options.emailDomain,
  }
  return targetOf(setup, runId)
}

/** Where few looks are to be sent: lists show many, and looks after deletions wait for the end. */
function looksLater(options: Omit<LaterOptions, 'newestAt'>): Pick<RunSetup, 'later' | 'listNames'> {
  const { names: listNames, newestAt } = createListedNames(options)
  return { listNames, later: createLaterLooks({ ...options, newestAt }) }
}

function targetOf(setup: RunSetup, runId: string): GuardedTarget {
  const { connected, inventory, watch, most, privacy } = setup
  let last: Promise<void> | undefined
  const lookLast = (): Promise<void> => {
    last ??= watch.look('at the end')
    return last
  }
  return {
    privacy,
    url: connected.url,
    runId,
    inventory,
    most,
    get damage() {
      return watch.damage
    },
    get gone() {
      return connected.gone
    },
    async openRun(name, accounts) {
      const run = runIdOf(runId, name)
      if (setup.ledgerFolder !== false) assertNoLedger(setup.ledgerFolder, run)
      return openRun(setup, run, accounts)
    },
    async lookBack() {
      const left = (await setup.later?.lookBack()) ?? []
      await lookLast()
      return left.map(({ byHand, reason }) => `${byHand} (${reason})`)
    },
    async finish() {
      await lookLast()
      return finish(setup, runId)
    },
  }
}

async function adoptionFor(
  adopt: GuardTargetOptions['adopt'],
  connection: RunSetup['connection'],
  inventory: Inventory,
): Promise<Adoption> {
  if (adopt === undefined) return NOBODY_ADOPTED
  return adopt === 'all' ? adoptAll(connection, inventory) : adoptNamed(connection, adopt)
}

async function finish(setup: RunSetup, runId: string): Promise<string[]> {
  const lines = await putBack(setup.connection, setup.adoption.saved)
  if (lines.length === 0 && setup.ledgerFolder !== false) forgetAdopted(adoptedPath(setup.ledgerFolder, runId))
  return lines
}
