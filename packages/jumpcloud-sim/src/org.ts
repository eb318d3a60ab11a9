import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Control } from '@scimulator/shared/behaviour'
import { createControlServer } from '@scimulator/shared/http'
import { keptState, serveSurfaces, type Unanswered } from '@scimulator/shared/program'
import type { Send } from '@scimulator/shared/provisioning'
import type { Ids, Schedule } from '@scimulator/shared/runtime'
import {
  createMemoryStore,
  type FolderListeners,
  folderListeners,
  openStore,
  type Store,
} from '@scimulator/shared/store'
import { createApi } from './api/api.ts'
import { type ProfileName, resolveBehaviour } from './behaviour.ts'
import { createControl } from './control.ts'
import { instant } from './directory/context.ts'
import { Engine } from './engine.ts'
import { ACTOR } from './push/pusher.ts'
import type { Change } from './state/change.ts'
import { createOrgState, type OrgState } from './state/state.ts'

/** After `onStopped` every answer is 503, so its host should exit. */
export interface JumpCloudOptions extends FolderListeners {
  readonly schedule: Schedule
  readonly ids: Ids
  /** Sends what the connectors push. */
  readonly send: Send
  /** Ids of behaviour.ts with their values, laid over the profile. */
  readonly switches?: Readonly<Record<string, unknown>>
  readonly profile?: ProfileName
  readonly displayName?: string
  /** Whom of a target's users an import takes, by their ids there; everybody by default. At somebody else's endpoint: those that are not theirs. */
  readonly imports?: (id: string) => boolean
  /** Asked for at /_scimulator; without it only loopback may use it. */
  readonly controlToken?: string
}

/** An organisation at JumpCloud: its directory, its connectors, its APIs. */
export interface JumpCloudOrg {
  readonly control: Control
  /** Answers JumpCloud's APIs and /_scimulator. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** The same, to be mounted in an Express application. */
  readonly router: (request: IncomingMessage, response: ServerResponse) => void
  close(): Promise<void>
}

/** An organisation in memory. @throws an Error for a switch that does not exist or cannot have that value. */
export function createJumpCloudOrg(options: JumpCloudOptions): JumpCloudOrg {
  const state = createOrgState()
  return assemble(state, createMemoryStore(state), options)
}

/** An organisation kept in a folder. Pushes that were under way when it was last closed or cut off are taken up again. */
export async function openJumpCloudOrg(folder: string, options: JumpCloudOptions): Promise<JumpCloudOrg> {
  const state = createOrgState()
  return assemble(state, await openStore(folder, state, folderListeners(options)), options)
}

function assemble(state: OrgState, store: Store<Change>, options: JumpCloudOptions): JumpCloudOrg {
  const { schedule, ids, send } = options
  const behaviour = resolveBehaviour(options.profile ?? 'jumpcloud-default', options.switches)
  ids.resume(state.counters)
  found(state, store, options)
  const engine = new Engine({
    view: state,
    store,
    schedule,
    ids,
    send,
    behaviour,
    imports: options.imports ?? (() => true),
  })
  engine.resume()
  const leave = schedule.addActor(ACTOR, () => engine.idle())
  const kept = keptState(store, {
    restored: () => engine.restart(),
    emptied() {
      found(state, store, options)
      engine.restart()
    },
  })
  const control = createControl(engine, kept)
  const handle = createHandler(engine, control, options)
  return {
    control,
    handle,
    router: handle,
    async close() {
      await engine.close()
      leave()
      await store.close()
    },
  }
}

/** A new organisation has its id and its defaults from the start. */
function found(state: OrgState, store: Store<Change>, { ids, schedule, displayName }: JumpCloudOptions): void {
  if (state.organization) return
  const organization = {
    id: ids.objectId('organization'),
    displayName: displayName ?? 'Example Organization',
    created: instant(schedule.now()),
    settings: {
      newSystemUserStateDefaults: {
        manualEntry: 'ACTIVATED',
        csvImport: 'ACTIVATED',
        applicationImport: 'ACTIVATED',
      },
    },
  } as const
  store.commit([
    { kind: 'organization.put', organization },
    { kind: 'ids.put', counters: ids.counters() },
  ])
}

function createHandler(engine: Engine, control: Control, { schedule, controlToken }: JumpCloudOptions) {
  const controls = createControlServer({
    control,
    schedule,
    ...(controlToken === undefined ? {} : { token: controlToken }),
  })
  return serveSurfaces([controls, createApi(engine)], bodyOf)
}

/** Our own failure: the caller learns that there was one, and no more. The API knows every path, if only to refuse it. */
function bodyOf({ status }: Unanswered): object {
  const message = status === 503 ? 'The data folder can no longer be written' : 'Internal Server Error'
  return { code: status, message, status: 'ERROR' }
}
