// The service provider as a client meets it, on node:http and inside an Express application under a mount path. A suite written with
// `onEveryHost` runs on both.
import { createSeededIds, createVirtualSchedule, type VirtualSchedule } from '@scimulator/shared/runtime'
import { urns } from '@scimulator/shared/scim'
import express from 'express'
import request, { type Response } from 'supertest'
import { afterEach, describe, vi } from 'vitest'
import { createReceiver, type Receiver } from '../../src/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver-options.ts'

// Every request opens a server of its own; on a busy machine some dozens of them take their time.
vi.setConfig({ testTimeout: 60_000 })

export const START = Date.parse('2026-01-05T08:00:00Z')
export const TOKEN = 'secret'

export interface Client {
  readonly receiver: Receiver
  readonly schedule: VirtualSchedule
  /** What `meta.location` begins with, without scheme, host and port. */
  readonly basePath: string
  /** Sends with the token and, when there is a body, as application/scim+json. A header given as '' is not sent. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The same for a path that is not below /scim/v2. */
  sendTo(path: string, method: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  create(path: string, resource: object): Promise<Response>
  patch(path: string, ...operations: readonly object[]): Promise<Response>
}

export interface Host {
  readonly name: string
  readonly mountPath: string
}

export const hosts: readonly Host[] = [
  { name: 'node:http', mountPath: '' },
  { name: 'Express under /any/mount', mountPath: '/any/mount' },
]

/** Declares the suite once for each host. `open` gives a client of a new receiver with the rfc profile. */
export function onEveryHost(declare: (open: (options?: ReceiverOptions) => Client) => void): void {
  describe.each(hosts)('on $name', (host) => {
    const opened: Receiver[] = []
    afterEach(() => Promise.all(opened.splice(0).map((receiver) => receiver.close())))
    declare((options = {}) => {
      const client = openClient(host, options)
      opened.push(client.receiver)
      return client
    })
  })
}

export function openClient(host: Host, options: ReceiverOptions = {}): Client {
  const schedule = createVirtualSchedule(START)
  const ids = createSeededIds(1, 'receiver')
  const sources = [{ token: TOKEN }]
  const onFault = (fault: unknown): never => {
    throw fault
  }
  const receiver = createReceiver({ profile: 'rfc', schedule, ids, sources, onFault, ...options })
  return clientOf(receiver, schedule, host)
}

export function clientOf(receiver: Receiver, schedule: VirtualSchedule, { mountPath }: Host): Client {
  const app = mountPath === '' ? receiver.handle : express().use(mountPath, receiver.router)
  const sendTo: Client['sendTo'] = async (path, method, body, headers = {}) => {
    const [url, isWrite] = [`${mountPath}${path}`, body !== undefined]
    const usual = { authorization: `Bearer ${TOKEN}`, ...(isWrite ? { 'content-type': 'application/scim+json' } : {}) }
    const test = request(app).options(url)
    test.method = method
    for (const [name, value] of Object.entries({ ...usual, ...headers })) if (value !== '') test.set(name, value)
    test.buffer(true).parse(asJson)
    return isWrite ? test.send(typeof body === 'string' ? body : JSON.stringify(body)) : test
  }
  const send: Client['send'] = (method, path, body, headers) => sendTo(`/scim/v2${path}`, method, body, headers)
  return {
    receiver,
    schedule,
    basePath: `${mountPath}/scim/v2`,
    send,
    sendTo,
    get: (path, headers) => send('GET', path, undefined, headers),
    create: (path, resource) => send('POST', path, resource),
    patch: (path, ...operations) => send('PATCH', path, { schemas: [urns.patchOp], Operations: operations }),
  }
}

/** supertest does not know application/scim+json; every answer here is JSON or nothing. */
function asJson(response: Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = []
  // While it is read, superagent's response is the stream itself.
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
  stream.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8')
    done(null, text === '' ? undefined : JSON.parse(text))
  })
}

export const ana = {
  schemas: [urns.user, urns.enterpriseUser],
  userName: 'ana@example.com',
  externalId: 'ext-Ana',
  displayName: 'Ana Example',
  active: true,
  name: { givenName: 'Ana', familyName: 'Example' },
  emails: [{ type: 'work', value: 'Ana@example.com', primary: true }],
  [urns.enterpriseUser]: { employeeNumber: '42', department: 'R&D' },
}

export function user(userName: string, more: object = {}): object {
  return { schemas: [urns.user], userName, ...more }
}

export function group(displayName: string, members: readonly string[] = []): object {
  return { schemas: [urns.group], displayName, members: members.map((value) => ({ value })) }
}

/** Creates the users and says which ids they got. */
export async function createUsers(client: Client, ...userNames: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (const userName of userNames) ids.push((await client.create('/Users', user(userName))).body.id)
  return ids
}
