// The receiver as `scimulator receiver up --data` starts it: profile `lark`, a journal on disk, filled over its own handler.
import { openReceiver, type Receiver } from '../../../packages/receiver/src/index.ts'
import { person, TOKEN } from '../../receiver-server.ts'
import type { Served } from './serve.ts'

/** So many writes wait for one another's disk. */
const AT_ONCE = 500

export async function durableReceiver(folder: string, people: number): Promise<Served> {
  const receiver = await openReceiver(folder, { sources: [{ token: TOKEN }] })
  const userIds = await filled(receiver, people)
  const groups = people === 0 ? [] : [userIds, userIds.slice(-Math.ceil(people / 100))]
  const groupIds: string[] = []
  for (const members of groups) groupIds.push(await addGroup(receiver, members))
  return {
    ...{ listener: receiver.handle, userIds, groupIds },
    compact: () => receiver.ledger.store.compact(),
    close: () => receiver.close(),
  }
}

export async function filled(receiver: Receiver, people: number): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, index) => lark(from + index))
    ids.push(...(await Promise.all(some.map((body) => create(receiver, '/Users', body)))))
  }
  return ids
}

/** Lark wants mobile numbers that nobody else has. */
export function lark(index: number): Record<string, unknown> {
  const number = `+47 ${String(40_000_000 + (index % 59_000_000))}`
  return { ...person(index), phoneNumbers: [{ type: 'mobile', value: number }] }
}

async function addGroup(receiver: Receiver, members: readonly string[]): Promise<string> {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
  const id = await create(receiver, '/Groups', { schemas, displayName: `Group of ${members.length}` })
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const value = members.slice(from, from + AT_ONCE).map((one) => ({ value: one }))
    await send(receiver, 'PATCH', `/Groups/${id}`, patchOf('add', 'members', value))
  }
  return id
}

export function patchOf(op: string, path: string, value: unknown): object {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{ op, path, value }] }
}

async function create(receiver: Receiver, path: string, body: object): Promise<string> {
  const answer = await send(receiver, 'POST', path, body)
  return String((JSON.parse(answer) as { id: string }).id)
}

async function send({ scim }: Receiver, method: string, path: string, body: object): Promise<string> {
  const rawHeaders = ['Authorization', `Bearer ${TOKEN}`, 'Content-Type', 'application/scim+json']
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const answer = await scim({ method, target: `/scim/v2${path}`, rawHeaders, body: bytes, baseUrl: 'http://bench' })
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
  return String(answer.body)
}
