// The tenant as a program: state in a store, cycles on a schedule, a control for people and scenarios, one handler for HTTP.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Control } from '@scimulator/shared/behaviour'
import { createControlServer } from '@scimulator/shared/http'
import { type KeptState, keptState, serveSurfaces, type Unanswered, withIdCounters } from '@scimulator/shared/program'
import type { Send } from '@scimulator/shared/provisioning'
import type { Clock, Ids, Schedule } from '@scimulator/shared/runtime'
import {
  createMemoryStore,
  type FolderListeners,
  folderListeners,
  openStore,
  type Store,
} from '@scimulator/shared/store'
import { Bin } from './acts/bin.ts'
import { type EntraProfile, type EntraSwitches, entraSwitches } from './behaviour.ts'
import type { EntraContext } from './context.ts'
import { createControl } from './control.ts'
import { CycleRunner } from './cycle/cycle-runner.ts'
import { pacedPorts } from './cycle/paced-ports.ts'
import { runCycle } from './cycle/run-cycle.ts'
import { createGraphSurface } from './graph/graph-surface.ts'
import { openLogs } from './log/logs.ts'
import { withTimeLimit } from './request/time-limit.ts'
import { createIssuingKey, createSignIn, type IssuingKey, type RegisteredClient } from './sign-in/index.ts'
import { type EntraChange, isSourceChange, type JournalledChange } from './state/change.ts'
import { EntraState, type EntraView } from './state/state.ts'
import type { TenantPorts } from './tenant-ports.ts'

/** After `onStopped` the tenant's answers can no longer be trusted; its host should shut it down. */
export interface EntraTenantOptions extends FolderListeners {
  readonly schedule: Schedule
  readonly ids: Ids
  readonly send: Send
  /** Values of several switches under one name; `as-documented` without it. */
  readonly profile?: EntraProfile
  /** Overrides of switches, by the ids of behaviour.ts; they win over the profile. */
  readonly switches?: Readonly<Record<string, unknown>>
  readonly displayName?: string
  readonly defaultDomain?: string
  /** Required of callers of `/_scimulator` on other machines. */
  readonly controlToken?: string
  /** Who may sign in for a token of the Graph surface; nobody without any. */
  readonly clients?: readonly RegisteredClient[]
  /** Signs access tokens, and tokens that targets check; without it a key of the tenant's own, made when it is first needed. */
  readonly issuingKey?: IssuingKey
  /** By which tokens expire and calls are limited; the schedule without it. Clients wait in real time, whatever a virtual clock says. */
  readonly clientClock?: Clock
  /** Waits in real time, milliseconds, for the switch requestsPerSecond; left out where the schedule is virtual. */
  readonly pause?: (ms: number) => Promise<void>
}

export interface EntraTenant extends EntraContext {
  readonly control: Control
  readonly view: EntraView
  readonly switches: EntraSwitches
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** The same, to be mounted in an Express app. */
  readonly router: (request: IncomingMessage, response: ServerResponse) => void
  close(): Promise<void>
}

/** In memory. */
export function createEntraTenant(options: EntraTenantOptions): EntraTenant {
  const state = new EntraState()
  return assemble(state, createMemoryStore<JournalledChange>(state), options, false)
}

/** On disk, in a folder that one process holds at a time. */
export async function openEntraTenant(folder: string, options: EntraTenantOptions): Promise<EntraTenant> {
  const state = new EntraState()
  return assemble(state, await openStore<JournalledChange>(folder, state, folderListeners(options)), options, true)
}

/** What may lie in the bin. */
const IN_BIN: ReadonlySet<string> = new Set(['user', 'group', 'deletedApp'])

function assemble(
  state: EntraState,
  store: Store<JournalledChange>,
  options: EntraTenantOptions,
  keepsCounters: boolean,
): EntraTenant {
  const { schedule, ids, send } = options
  const switches = entraSwitches(options.switches, options.profile)
  const logs = openLogs(store, switches)
  const commit = (changes: readonly EntraChange[]) => {
    store.commit(journalled(changes, state, keepsCounters ? ids : undefined))
    if (changes.some(({ kind }) => IN_BIN.has(kind))) bin.arm()
  }
  const { issuingKey = createIssuingKey() } = options
  const ports: TenantPorts = {
    view: state,
    switches,
    ids,
    send: withTimeLimit(send, switches),
    progress: new Map(),
    tokens: new Map(),
    sign: issuingKey.sign,
    rollKey: issuingKey.roll,
    now: () => schedule.now(),
    pause: options.pause,
    commit,
    durable: () => store.durable(),
    record: (entry) => void logs.provisioning.append(entry),
    audit: (event) => void logs.audit.append(event),
    mail: (mail) => void logs.mails.append(mail),
  }
  const bin = new Bin(schedule, state, commit)
  const runner = new CycleRunner(schedule, state, (jobId) => runCycle(pacedPorts(ports), jobId))
  const begin = () => begun(state, options, commit, () => [runner.armAll(), bin.arm()])
  begin()
  const { clientClock = schedule } = options
  const context: EntraContext = { ports, runner, logs, schedule, clientClock }
  const control = createControl(context, memoryOf(state, store, ids, begin))
  const handle = handlerOf(control, context, issuingKey, options)
  const leave = schedule.addActor('entra', () => control.idle())
  return {
    ...context,
    control,
    view: state,
    switches,
    handle,
    router: handle,
    async close() {
      leave()
      bin.close()
      runner.close()
      await runner.idle()
      await store.close()
    },
  }
}

/** Source changes get the next positions of the change log. */
function journalled(
  changes: readonly EntraChange[],
  state: EntraState,
  ids: Ids | undefined,
): readonly JournalledChange[] {
  let position = state.changeLog.lastPosition
  const stamped = changes.map((change): JournalledChange => {
    if (!isSourceChange(change)) return change
    position += 1
    return { ...change, position }
  })
  if (!ids || stamped.length === 0) return stamped
  return withIdCounters(stamped, ids, {}, (value): JournalledChange => ({ kind: 'idCounters', value }))
}

/** A fresh state becomes a tenant; an opened one goes on where it was. */
function begun(
  state: EntraState,
  options: EntraTenantOptions,
  commit: (changes: readonly EntraChange[]) => void,
  arm: () => unknown,
): void {
  options.ids.resume(state.idCounters)
  const defaultDomain = options.defaultDomain ?? 'contoso.example'
  const displayName = options.displayName ?? 'Contoso'
  const initialDomain = `${defaultDomain.split('.')[0]}.onmicrosoft.com`
  if (state.tenant.tenantId === '') {
    const value = { tenantId: options.ids.uuid('Tenant'), displayName, defaultDomain, initialDomain }
    commit([{ kind: 'tenant', value }])
  }
  arm()
}

function memoryOf(state: EntraState, store: Store<JournalledChange>, ids: Ids, begin: () => void): KeptState {
  return keptState(store, {
    beforeSnapshot: () => store.commit([{ kind: 'idCounters', value: ids.counters() }]),
    restored: begin,
    emptied() {
      state.apply({ kind: 'idCounters', value: {} })
      begin()
    },
  })
}

/** Control, sign-in and Microsoft Graph on one port; whatever none of them knows is not found. */
function handlerOf(
  control: Control,
  context: EntraContext,
  issuingKey: IssuingKey,
  options: EntraTenantOptions,
): EntraTenant['handle'] {
  const { schedule, controlToken, clients = [], ids } = options
  const { view } = context.ports
  const answerControl = createControlServer({
    control,
    schedule,
    ...(controlToken !== undefined && { token: controlToken }),
  })
  const signIn = createSignIn({
    tenantId: () => view.tenant.tenantId,
    domains: () => [view.tenant.defaultDomain, view.tenant.initialDomain],
    clients,
    clock: context.clientClock,
    ids,
    issuingKey,
  })
  const graph = createGraphSurface(context, signIn)
  return serveSurfaces([answerControl, signIn.handle, graph.handle], bodyOf)
}

function bodyOf(unanswered: Unanswered): object {
  switch (unanswered.status) {
    case 404:
      return { error: { code: 'Request_ResourceNotFound', message: `There is no ${unanswered.url}` } }
    case 503:
      return { error: { code: 'ServiceUnavailable', message: 'The data folder can no longer be written' } }
    case 500:
      return { error: { code: 'InternalServerError', message: String(unanswered.error) } }
  }
}
