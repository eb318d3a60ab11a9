// Searches of many people: in steps, between which others go on, and answered as of their beginning.
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRandomIds, createVirtualSchedule, hashToken } from '@scimulator/shared/runtime'
import { compileFilter, parseFilter, type ScimResource, sortResources } from '@scimulator/shared/scim'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/directory/change.ts'
import type { DirectoryRecord } from '../../src/directory/record.ts'
import { createLarkProfile } from '../../src/lark/decide/lark-profile.ts'
import { createLedger } from '../../src/ledger.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { createRfcProfile } from '../../src/rfc/rfc-profile.ts'
import { createHandler } from '../../src/scim/handler.ts'
import type { HandlerRequest } from '../../src/scim/handler-port.ts'
import { createNodeListener } from '../../src/scim/host/node-host.ts'
import { defaultLimits } from '../../src/scim/request/limits.ts'
import { createTurns } from '../../src/scim/turns.ts'

const PEOPLE = 700
const START = Date.parse('2026-01-05T08:00:00Z')
const PROFILES: Readonly<Record<string, () => Profile>> = { rfc: createRfcProfile, lark: createLarkProfile }

type Body = Readonly<Record<string, unknown>> & { readonly Resources: readonly ScimResource[] }

/** A service provider whose event loop comes round when the test says so; its slices are of three steps. */
function opened(plain: Profile) {
  const rendered: DirectoryRecord[] = []
  const render = (record: DirectoryRecord): ScimResource => {
    rendered.push(record)
    return plain.render(record)
  }
  const profile: Profile = { ...plain, render }
  const ledger = createLedger({ profile, schedule: createVirtualSchedule(START), ids: createRandomIds() })
  ledger.commit(profile.addSource({ organisation: 'default', tokenHash: hashToken('secret') }, ledger.context()))
  const credentials = { tokenHash: hashToken('secret'), organisation: undefined }
  const admitted = profile.authenticate(credentials, ledger.context())
  if (admitted.outcome === 'refused') throw admitted.error
  const due: (() => void)[] = []
  let time = 0
  const turns = createTurns({ sliceMs: 3, elapsed: () => ++time, comeRound: (then) => void due.push(then) })
  const limits = { ...defaultLimits, maxResults: 5_000 }
  const onFault = (fault: unknown): never => {
    throw fault
  }
  const handler = createHandler({
    ledger,
    turns,
    limits,
    groupPatch: 'bySize',
    schemes: [],
    events: undefined,
    onFault,
  })
  return { ledger, handler, limits, rendered, source: admitted.source.id, ...loopOf(due) }
}

type Opened = ReturnType<typeof opened>

function loopOf(due: (() => void)[]) {
  const crank = async (): Promise<void> => {
    for (const then of due.splice(0)) then()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    crank,
    isIdle: () => due.length === 0,
    async finished<Result>(result: Promise<Result>): Promise<Result> {
      await new Promise((resolve) => setImmediate(resolve))
      while (due.length > 0) await crank()
      return result
    },
  }
}

function requestOf(method: string, path: string, body?: object): HandlerRequest {
  const rawHeaders = ['Authorization', 'Bearer secret', 'Content-Type', 'application/scim+json']
  const bytes = new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body))
  return { method, target: `/scim/v2${path}`, rawHeaders, body: bytes, baseUrl: 'http://localhost' }
}

async function ask({ handler }: Opened, method: string, path: string, body?: object): Promise<Body> {
  const answer = await handler(requestOf(method, path, body))
  return JSON.parse(answer.body || '{}')
}

const TITLES = ['Clerk', 'clerk', 'Baker', undefined, 'Äkta', 'Smith']

function person(index: number, source: string | null, title = TITLES[index % TITLES.length]): DirectoryRecord {
  const resource = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: `p${index}@example.com`,
    name: { familyName: `Name ${(index * 7_919) % 101}` },
    ...(title === undefined ? {} : { title }),
    active: index % 3 !== 0,
  }
  return recordOf('User', `u${index}`, source, resource)
}

/** What Lark knows of a member; the profile rfc does not look at it. */
const FACTS = { status: 'Active', values: {} }

function recordOf(kind: string, id: string, managedBy: string | null, resource: ScimResource): DirectoryRecord {
  const times = { created: START, lastModified: START, version: 1 }
  return { kind, id, organisation: 'default', managedBy, ...times, resource, facts: FACTS }
}

function put(record: DirectoryRecord): Change {
  return { kind: 'record-put', record }
}

function group(index: number, source: string): Change[] {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
  const record = recordOf('Group', `g${index}`, source, { schemas, displayName: `Group ${(index * 31) % 97}` })
  const add = [0, 1, 2].map((at) => ({ value: `u${(index + at) % PEOPLE}` }))
  return [
    put(record),
    { kind: 'members-changed', ...{ organisation: 'default', group: `g${index}` }, removeAll: false, remove: [], add },
  ]
}

function filled(make: () => Profile, people = PEOPLE): Opened {
  const server = opened(make())
  const changes = Array.from({ length: people }, (_, index) => put(person(index, server.source)))
  const groups = Array.from({ length: people }, (_, index) => group(index, server.source))
  server.ledger.commit({ changes: [...changes, ...groups.flat()] })
  return server
}

const SEARCHES = [
  '/Users?filter=title%20co%20%22cl%22&count=1000',
  '/Users?sortBy=name.familyName&sortOrder=descending&count=1000',
  '/Users?filter=groups.display%20sw%20%22Group%201%22&sortBy=title&startIndex=20&count=40',
  '/Groups?filter=members.display%20co%20%22p1%22&count=1000',
  '/Groups?sortBy=displayName&count=1000',
  '/?filter=id%20pr&sortBy=id&count=2000',
]

describe.each(Object.entries(PROFILES))('with the profile %s', (_name, make) => {
  test.each(SEARCHES)('%s does not see what is written while it goes on', async (path) => {
    const still = filled(make)
    const wanted = await still.finished(ask(still, 'GET', path))
    const server = filled(make)
    const answer = ask(server, 'GET', path)
    for (let round = 0; !server.isIdle() || round === 0; round += 1) {
      writeSomething(server, round)
      await server.crank()
    }
    expect(await answer).toEqual(wanted)
    const later = await server.finished(ask(server, 'GET', path))
    expect(later).not.toEqual(wanted)
  })

  test('others are answered while it goes on, and two of them go on together', async () => {
    const server = filled(make)
    const people = ask(server, 'GET', '/Users?filter=title%20co%20%22a%22')
    const groups = ask(server, 'GET', '/Groups?filter=displayName%20co%20%22a%22')
    await server.crank()
    expect(await ask(server, 'GET', '/Users/u1')).toMatchObject({ id: 'u1' })
    server.rendered.length = 0
    await server.finished(Promise.all([people, groups]))
    const kinds = server.rendered.map(({ kind }) => kind)
    expect(kinds.indexOf('Group')).toBeLessThan(kinds.lastIndexOf('User'))
    expect(kinds.indexOf('User')).toBeLessThan(kinds.lastIndexOf('Group'))
  })

  test('for a client that has gone nobody more is asked', async () => {
    const server = filled(make)
    const listener = createNodeListener({ handler: server.handler, limits: server.limits })
    const http = createServer(listener)
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    // A listening TCP server has an AddressInfo.
    const { port } = http.address() as AddressInfo
    const closed = new Promise((resolve) => http.once('connection', (socket) => socket.once('close', resolve)))
    const headers = { authorization: 'Bearer secret' }
    const sent = httpRequest({ port, path: `/scim/v2${SEARCHES[0]}`, headers }).on('error', () => {})
    sent.end()
    while (server.isIdle()) await server.crank()
    await server.crank()
    expect(server.rendered.length).toBeGreaterThan(0)
    sent.destroy()
    await closed
    server.rendered.length = 0
    while (!server.isIdle()) await server.crank()
    expect(server.rendered).toEqual([])
    http.close()
  })

  test('a small search and one that an index answers need no turn', async () => {
    const server = filled(make)
    const indexed = ask(server, 'GET', '/Users?filter=userName%20eq%20%22p7%40example.com%22')
    expect([(await indexed).totalResults, server.isIdle()]).toEqual([1, true])
    const small = filled(make, 100)
    expect((await ask(small, 'GET', '/Users?filter=title%20pr&sortBy=title')).totalResults).toBe(83)
    expect(small.isIdle()).toBe(true)
  })
})

/** Changes somebody, takes somebody away, brings somebody, and moves memberships. */
function writeSomething({ ledger, source }: Opened, round: number): void {
  const [organisation, at] = ['default', (round * 37) % PEOPLE]
  const moved = { organisation, group: `g${at}`, removeAll: round % 2 === 0, remove: [`u${at}`] }
  ledger.commit({
    changes: [
      put(person(at, source, round % 2 === 0 ? 'Clerk' : 'None')),
      { kind: 'record-removed', organisation, resourceKind: 'User', id: `u${(at + 5) % PEOPLE}` },
      { kind: 'record-removed', organisation, resourceKind: 'Group', id: `g${(at + 9) % PEOPLE}` },
      put(person(PEOPLE + round, source, 'Clerk')),
      { kind: 'members-changed', ...moved, add: [{ value: `u${(at + 3) % PEOPLE}` }] },
    ],
  })
}

const titles = fc.constantFrom(...TITLES)
const filters = fc.constantFrom(
  'title co "c"',
  'title pr',
  'not (title eq "clerk")',
  'active eq true and name.familyName ge "Name 5"',
  'userName ew "9@example.com" or title sw "ä"',
  undefined,
)
const orders = fc.constantFrom('title', 'name.familyName', 'userName', 'active', 'emails.value', undefined)

test.each(Object.entries(PROFILES))('%s: what slices find is what asking everybody finds', async (_name, make) => {
  const pages = fc.record({ startIndex: fc.nat(800), count: fc.nat(900) })
  const direction = fc.constantFrom('ascending' as const, 'descending' as const)
  const search = fc.record({ filter: filters, sortBy: orders, sortOrder: direction, page: pages })
  await fc.assert(
    fc.asyncProperty(fc.array(titles, { minLength: 1, maxLength: 50 }), search, async (given, asked) => {
      const server = opened(make())
      const people = Array.from({ length: PEOPLE }, (_, index) =>
        person(index, server.source, given[index % given.length]),
      )
      server.ledger.commit({ changes: people.map(put) })
      const everybody = await server.finished(ask(server, 'GET', `/Users?count=${PEOPLE}`))
      const { filter, sortBy, sortOrder, page } = asked
      const words = { ...page, ...(filter ? { filter } : {}), ...(sortBy ? { sortBy, sortOrder } : {}) }
      const query = new URLSearchParams(
        Object.entries(words).map(([name, value]): [string, string] => [name, String(value)]),
      )
      const answer = await server.finished(ask(server, 'GET', `/Users?${query}`))
      const { User } = server.ledger.profile.resourceTypes
      const found = everybody.Resources.filter(filter ? compileFilter(parseFilter(filter), User) : () => true)
      const inOrder = sortBy ? sortResources(found, User, sortBy, sortOrder) : found
      const from = Math.max(0, page.startIndex - 1)
      expect(answer.totalResults).toBe(found.length)
      expect(answer.Resources ?? []).toEqual(inOrder.slice(from, from + page.count))
    }),
    { numRuns: 30 },
  )
})
