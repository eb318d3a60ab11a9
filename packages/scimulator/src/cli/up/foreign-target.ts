// Somebody's own endpoint in the place of the receiver: the guard, the ledger and the names of any run stand between it and the world.
import type { ForeignKind, ForeignResource, ForeignTarget, Reachable, Seen } from '@scimulator/harness/live'
import {
  assertConsent,
  type GuardedConnection,
  type GuardedTarget,
  guardOpened,
  leftoverText,
  type OpenTarget,
  openTarget,
  readDescription,
  type TargetDescription,
  type TargetFlags,
  type TargetRun,
} from '@scimulator/harness/target'
import { type Exchange, jsonBody, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import { systemClock } from '@scimulator/shared/runtime'
import { againCommand } from '../again-command.ts'
import { complain } from '../output.ts'

export interface OpenedForeignTarget extends ForeignTarget {
  /** Deletes what was made, puts back what was changed, and closes. @returns a line for each thing that is still there */
  leave(): Promise<readonly string[]>
}

/**
 * @param ledgerFolder where it stands what was made, so that a killed command leaves a trace; `.scimulator/ledgers` by default
 * @param isObserved whether it is looked at before and after each write
 * @returns undefined where nothing names a target
 * @throws BadInput when it does not answer as SCIM does, or is another machine and nobody has said that they own it
 */
export async function openForeignTarget(
  flags: TargetFlags,
  iOwnThisTarget: boolean,
  ledgerFolder?: string,
  isObserved = true,
): Promise<OpenedForeignTarget | undefined> {
  const description = readDescription(flags, { env: process.env })
  if (!description) return undefined
  assertConsent(description, iOwnThisTarget)
  const line = await openLine(description)
  try {
    const kept = ledgerFolder === undefined ? {} : { ledgerFolder }
    const guarded = await guardOpened({ description, connected: line.connection }, kept)
    const command = againCommand(description.url, { ...flags, iOwnThisTarget })
    const { authentication } = description
    return await standing(
      { line, guarded, isObserved, authentication: authentication.kind },
      (finding) => `${command} --finding ${finding}`,
    )
  } catch (error) {
    await line.close()
    throw error
  }
}

/** A connection that can be made anew when the target was away. */
interface Line {
  readonly connection: GuardedConnection & { readonly gone: string | undefined; readonly sendOwn: Send }
  /** @throws BadInput where it does not answer */
  renew(): Promise<void>
  close(): Promise<void>
}

async function openLine(description: TargetDescription): Promise<Line> {
  const open = (): Promise<OpenTarget> => openTarget(description, { env: process.env, onPause: complain })
  let now = await open()
  const { url, typedUrl, token, headers } = now.connected
  return {
    connection: {
      ...{ url, typedUrl, token, headers },
      send: (request) => now.connected.send(request),
      sendOwn: (request) => now.connected.sendOwn(request),
      watchSecrets: (tell) => now.connected.watchSecrets(tell),
      get gone() {
        return now.connected.gone
      },
    },
    async renew() {
      const next = await open()
      const before = now
      now = next
      await before.connected.close()
    },
    close: () => now.close(),
  }
}

interface Stand {
  readonly line: Line
  readonly guarded: GuardedTarget
  readonly isObserved: boolean
  readonly authentication: string
}

async function standing(
  { line, guarded, isObserved, authentication }: Stand,
  proving: ForeignTarget['proving'],
): Promise<OpenedForeignTarget> {
  const { connection } = line
  let count = 1
  let run: TargetRun = await guarded.openRun('up')
  const reach = createReach()
  const under = (send: Send): Send => run.namespacing(run.guarding(reach.noting(send)))
  return {
    url: connection.typedUrl ?? connection.url,
    token: connection.token,
    authentication,
    isObserved,
    get reachable() {
      return reach.answered && connection.gone === undefined
    },
    send: (request) => under(connection.send)(request),
    async look(kind, id) {
      // A resource of others is not looked at.
      if (run.isTheirs({ kind, id })) return 'unknown'
      return seenIn(await under(connection.sendOwn)(lookFor(connection, kind, id)), id)
    },
    covered: (exchange) => run.privacy.kept(exchange),
    uncovered: (request) => run.namespacing(connection.sendOwn)(request),
    proving,
    async readOwn(kind) {
      run.lookAgain()
      // Each has an id; that the others of its members are unknown is what the type says.
      return (await run.readOwn(kind)) as readonly ForeignResource[]
    },
    made: () => ({ users: run.ledger.count('Users'), groups: run.ledger.count('Groups') }),
    get ended() {
      return guarded.damage ?? connection.gone
    },
    async check() {
      const said = await check(line)
      reach.answered = said.reachable
      return said
    },
    async clear() {
      const left = await run.cleanUp()
      count += 1
      run = await guarded.openRun(`up ${count}`)
      return left.map(leftoverText)
    },
    async leave() {
      const left = await run.cleanUp()
      const notPutBack = await guarded.finish()
      await line.close()
      return [...left.map(leftoverText), ...notPutBack]
    },
  }
}

/** Whether the newest request was answered; the first one was, before anything was opened. */
function createReach() {
  const reach = {
    answered: true,
    noting:
      (send: Send): Send =>
      async (request) => {
        const exchange = await send(request)
        reach.answered = exchange.response !== undefined
        return exchange
      },
  }
  return reach
}

function lookFor({ url, headers }: GuardedConnection, kind: ForeignKind, id: string): ScimRequest {
  const accept = ['Accept', 'application/scim+json'] as const
  return { method: 'GET', url: `${url}/${kind}/${encodeURIComponent(id)}`, headers: [...headers, accept] }
}

function seenIn({ response }: Exchange, id: string): Seen {
  if (response?.status === 404 || response?.status === 410) return 'absent'
  if (response?.status !== 200) return 'unknown'
  const body = jsonBody(response)
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return 'unknown'
  return { ...body.value, id }
}

/** Where the connection was given up, it is made anew: an endpoint that is restarted goes on being the target. */
async function check({ connection, renew }: Line): Promise<Reachable> {
  const startedAt = systemClock.now()
  const took = (): number => systemClock.now() - startedAt
  try {
    if (connection.gone !== undefined) await renew()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { reachable: false, status: null, durationMs: took(), reason }
  }
  const request: ScimRequest = {
    method: 'GET',
    url: `${connection.url}/ServiceProviderConfig`,
    headers: connection.headers,
  }
  const { response, failure } = await connection.sendOwn(request)
  const status = response?.status ?? null
  return { reachable: response !== undefined, status, durationMs: took(), reason: failure?.message ?? null }
}
