// One world's share of a target: its id, its names, its ledger, its guard.
import type { Exchange, Send } from '@scimulator/shared/provisioning'
import type { Adoption } from './adoption.ts'
import type { BodyReader } from './body-reader.ts'
import { cleanUp, type Leftover } from './clean-up.ts'
import type { ConnectedTarget } from './connect-target.ts'
import { Guard } from './guard.ts'
import type { GuardOptions } from './guard-options.ts'
import type { Inventory } from './inventory.ts'
import type { LedgerView } from './judge-request.ts'
import { createLastRequests, type LastRequests } from './last-requests.ts'
import type { LaterLooks } from './later-looks.ts'
import { createLazyLedgerFile } from './ledger-file.ts'
import type { ListHold } from './list-hold.ts'
import type { ListNames } from './listed-names.ts'
import { namespacing, plainValue } from './namespacing.ts'
import { createOwnLooks, type OwnLooks } from './own-looks.ts'
import { createPrivacy, type Privacy } from './privacy.ts'
import { readAddress } from './read-address.ts'
import { answeredObject, idOf } from './read-answer.ts'
import { readOwn, type Twins } from './read-own.ts'
import { idKey, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import type { Room } from './room.ts'
import { createRunLedger, type RunLedger } from './run-ledger.ts'
import { createRunNames, type RunNames } from './run-names.ts'
import type { Resource } from './scim-reading.ts'
import type { Stop } from './stop.ts'
import type { TargetAccess, TargetConnection } from './target-connection.ts'
import type { Watch } from './watch.ts'

/** What the guard needs of a connection. */
export type GuardedConnection = Pick<ConnectedTarget, 'url' | 'token' | 'headers' | 'send' | 'watchSecrets'> &
  Partial<Pick<ConnectedTarget, 'gone' | 'sendOwn' | 'typedUrl'>>

export interface TargetRun {
  readonly runId: string
  /** How the endpoint is reached. */
  readonly access: TargetAccess
  /** The same as an administrator pastes it into an identity provider: the base URL as it was typed. */
  readonly typed: TargetAccess
  readonly watchSecrets: ConnectedTarget['watchSecrets']
  /** Sends as it is, for `guarding`. */
  readonly send: Send
  readonly names: RunNames
  readonly view: LedgerView
  /** Whether a resource was there before or is somebody else's. Of a target that is made for the run nothing is. */
  isTheirs(ref: ResourceRef): boolean
  readonly ledger: RunLedger
  readonly privacy: Privacy
  /** What the guard has stopped so far. */
  readonly stops: readonly Stop[]
  /** Why nothing more is sent: somebody who was there before has changed. */
  readonly damage: string | undefined
  /** What of the run's own is there, and those whom the owner has named, in the scenario's names. @throws UnreadableTarget */
  readOwn(kind: ResourceKind): Promise<Resource[]>
  /** A step begins: what is read from now on is read anew. */
  lookAgain(): void
  /** A `Send` under the guard: what comes through speaks the wire's names. */
  guarding(send: Send): Send
  /** A `Send` whose sender speaks the scenario's names. It belongs outside of `guarding`. */
  namespacing(send: Send): Send
  /** A value in which the run's own names stand, with the scenario's in their place. */
  plain<Value>(value: Value): Value
  /**
   * Waits for what is on its way, lets nothing more through, and deletes what the run has made. Never throws for what the target
   * answers. Call it once, at the end.
   */
  cleanUp(): Promise<readonly Leftover[]>
}

/** What all runs of a command share. */
export interface RunSetup {
  /** Without retries: those of an identity provider are what is looked at. */
  readonly connected: GuardedConnection
  /** For our own requests. */
  readonly connection: TargetConnection
  readonly inventory: Inventory
  /** Waits in milliseconds of real time. */
  wait(ms: number): Promise<void>
  readonly adoption: Adoption
  readonly watch: Watch
  readonly runs: Set<RunLedger>
  /** Whether everything at the target is the owner's to change: the scenario's names then go over the wire as they are. */
  readonly isMine: boolean
  /** Whether a run of the command has made the resource; `but` leaves one of them out. */
  isOfARun(ref: ResourceRef, but?: RunLedger): boolean
  /** How many may be there at a time, all runs together. */
  readonly most: Readonly<Record<ResourceKind, number>>
  readonly room: Room
  readonly listHold: ListHold
  /** Real milliseconds since the epoch. */
  now(): number
  readonly ledgerFolder: string | false
  readonly emailDomain: string | undefined
  readonly hashKey: string
  readonly readBody: BodyReader
  /** Keys of all that the command's runs have ever had in their ledgers, those that are done as well. */
  readonly everMade: Set<string>
  /** Where looks after deletions wait for the end. */
  readonly later?: LaterLooks
  readonly listNames?: ListNames
  /** For what the command tells as a whole, whichever run it came from. */
  readonly privacy: Privacy
}

/** @param accounts that it will hold at a time, as far as is known */
export async function openRun(setup: RunSetup, runId: string, accounts?: number): Promise<TargetRun> {
  const { connected, adoption, runs, watch } = setup
  const ledger = telling(createRunLedger(), setup)
  await setup.room.enter(ledger, accounts)
  const names = namesOf(setup, runId)
  const file = createLazyLedgerFile({ folder: setup.ledgerFolder, run: runId, url: connected.url, now: setup.now })
  const stops: Stop[] = []
  const ownsValue = (value: string): boolean => setup.isMine || names.owns(value) || adoption.owns(value)
  const isOurs = (ref: ResourceRef): boolean => ledger.standing(ref) !== 'not-ours' || adoption.has(ref)
  const privacy = createPrivacy({
    base: connected.url,
    key: setup.hashKey,
    isOurs,
    read: setup.readBody,
    strangers: setup.privacy.strangers,
  })
  const own = { ledger, names, ownsValue, note: file.note }
  const guard = guardOf(setup, own, (stop) => addStop(stops, stop))
  runs.add(ledger)
  const access = { url: connected.url, token: connected.token }
  const plain = <Value>(value: Value): Value => plainValue(value, names)
  const twins: Twins = { sought: new Set(), found: new Map() }
  const reading = { ledger, adopted: adoption.saved, access, names, twins, send: guard.guarding(connected.send) }
  const looks = createOwnLooks((kind) => readOwn(reading, kind), setup.now)
  const last = createLastRequests(setup.now)
  const guarded = (send: Send): Send => last.passing(guard.guarding(setup.listHold.holding(send, ledger)))
  return {
    ...{ runId, names, ledger, privacy, stops },
    access,
    typed: { ...access, url: connected.typedUrl ?? access.url },
    watchSecrets: connected.watchSecrets,
    send: connected.send,
    view: guard.view,
    isTheirs: (ref) => !setup.isMine && !isOurs(ref),
    get damage() {
      return watch.damage
    },
    guarding: (send) => vetting(vetting(changing(guarded(send), looks, setup), setup.privacy), privacy),
    namespacing: (send) => exempting(namespacing(send, names, connected.url), privacy),
    plain,
    readOwn: async (kind) => plain([...(await looks.read(kind))]),
    lookAgain() {
      looks.forget()
      setup.listHold.end(ledger)
    },
    async cleanUp() {
      const leftovers = await leave(setup, own, looks, last)
      await file.end(leftovers.length === 0)
      if (leftovers.length === 0) runs.delete(ledger)
      return leftovers
    },
  }
}

/** What a run has of its own. */
interface Own {
  readonly ledger: RunLedger
  readonly names: RunNames
  readonly note: GuardOptions['note']
  ownsValue(value: string): boolean
}

function guardOf(setup: RunSetup, own: Own, onStop: GuardOptions['onStop']): Guard {
  const { adoption, watch, room, later } = setup
  const { ledger } = own
  return new Guard({
    ...setup,
    ...own,
    takeRoom: (kind) => room.take(kind, ledger),
    releaseRoom: (kind) => room.release(kind, ledger),
    isAdopted: adoption.has,
    isOfAnotherRun: (ref) => setup.isOfARun(ref, ledger),
    afterWrite: watch.afterWrite,
    ended: () => watch.damage,
    readsOn: later !== undefined,
    onStop,
  })
}

/** Deletes what the run has made, and gives its places back. */
async function leave(setup: RunSetup, own: Own, { seen }: OwnLooks, last: LastRequests): Promise<readonly Leftover[]> {
  const { connection, listHold, room } = setup
  const { ledger, ownsValue: owns, note } = own
  listHold.end(ledger)
  await last.end()
  const polite = { ...connection, send: listHold.held(connection.send, ledger) }
  const leftovers = await cleanUp({ ...sharedLooks(setup), connection: polite, ledger, owns, note, seen })
  room.leave(ledger)
  return leftovers
}

/** What the clean-ups of all runs have in common. */
function sharedLooks({ inventory, wait, later, listNames }: RunSetup) {
  return { inventory, wait, ...(later ? { later } : {}), ...(listNames ? { listNames } : {}) }
}

function namesOf({ emailDomain, isMine, adoption }: RunSetup, runId: string): RunNames {
  const isKept = (text: string): boolean => isMine || adoption.owns(text)
  return createRunNames({ runId, isKept, ...(emailDomain === undefined ? {} : { emailDomain }) })
}

/** Tells the command of each id, and of each entry that may have made room. */
function telling(ledger: RunLedger, { everMade, room }: Pick<RunSetup, 'everMade' | 'room'>): RunLedger {
  return {
    ...ledger,
    apply(entry) {
      ledger.apply(entry)
      if ('id' in entry) everMade.add(idKey(entry))
      if (entry.event !== 'posting') room.changed()
    },
  }
}

/** After a write what was read before no longer holds; what a GET shows does. */
function changing(send: Send, looks: OwnLooks, setup: Pick<RunSetup, 'connected' | 'readBody'>): Send {
  return async (request) => {
    if (request.method !== 'GET') looks.forget()
    const exchange = await send(request)
    if (request.method !== 'GET') looks.forget()
    noteAnswer(exchange, looks, setup)
    return exchange
  }
}

/** Only a GET shows what is there: what an answer to a write says may be put together, and the id somebody's. */
function noteAnswer(
  exchange: Exchange,
  looks: OwnLooks,
  { connected, readBody }: Pick<RunSetup, 'connected' | 'readBody'>,
): void {
  const address = readAddress(exchange.request.url, connected.url)
  if (address.kind !== 'resource') return
  const { endpoint: kind, id } = address
  const resource = exchange.request.method === 'GET' ? answeredObject(exchange, readBody) : undefined
  looks.saw({ kind, id }, resource && idOf(resource) === id ? { ...resource, id } : undefined)
}

/** What is behind it does not see who is named in an error. */
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
