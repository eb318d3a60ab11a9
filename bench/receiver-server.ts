// A server process of the receiver bench, so that its CPU can be read apart from the client's. `fork` starts this file with
// `serve <kind> <people>`; imported without these words it does nothing.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createReceiver, type DirectoryRecord } from '../packages/receiver/src/index.ts'

export type ServerKind = 'bare' | 'node:http' | 'Express'
export interface ServerReady {
  readonly port: number
  readonly userIds: readonly string[]
  readonly groupIds: readonly string[]
}

export const TOKEN = 'bench'
export const GROUP_SIZES: readonly number[] = [20, 20_000]

/** The person of the measurements, about 1 KB as JSON. */
export function person(index: number): Record<string, unknown> {
  const userName = `person${index}@example.com`
  return {
    schemas: [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ],
    userName,
    externalId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: { formatted: `Person ${index} Example`, familyName: 'Example', givenName: `Person ${index}` },
    displayName: `Person ${index} Example`,
    title: 'Engineer',
    userType: 'Regular',
    preferredLanguage: 'en-US',
    active: true,
    emails: [{ type: 'work', value: userName, primary: true }],
    phoneNumbers: [
      { type: 'work', value: '+47 22 00 00 00' },
      { type: 'mobile', value: '+47 90 00 00 00' },
    ],
    addresses: [{ type: 'work', streetAddress: 'Storgata 1', locality: 'Oslo', postalCode: '0155', country: 'NO' }],
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
      employeeNumber: String(index),
      department: 'Research and Development',
      organization: 'Example',
    },
  }
}

if (process.argv[2] === 'serve') await serve(process.argv[3] as ServerKind, Number(process.argv[4])) // As forked below.

async function serve(kind: ServerKind, people: number): Promise<void> {
  const { listener, userIds, groupIds } = kind === 'bare' ? bare() : await receiver(kind, people)
  const server = createServer(listener)
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => {
    // A listening TCP server has an AddressInfo.
    process.send?.({ port: (server.address() as AddressInfo).port, userIds, groupIds } satisfies ServerReady)
  })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: user + system })
  })
  process.on('disconnect', () => process.exit(0))
}

type Served = Pick<ServerReady, 'userIds' | 'groupIds'> & { readonly listener: RequestListener }

/** The least that a JSON server does: GET makes the text of a user anew, anything else parses the body and sends it back. */
function bare(): Served {
  const stored = person(0)
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const value: unknown = request.method === 'GET' ? stored : JSON.parse(Buffer.concat(chunks).toString('utf8'))
      const text = JSON.stringify(value)
      response.writeHead(200, {
        'content-type': 'application/scim+json',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    })
  }
  return { listener, userIds: [], groupIds: [] }
}

async function receiver(kind: 'node:http' | 'Express', people: number): Promise<Served> {
  const made = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const records = Array.from({ length: people }, (_, index) => recordOf(index))
  made.ledger.commit({ changes: records.map((record) => ({ kind: 'record-put', record })) })
  const userIds = records.map(({ id }) => id)
  const groupIds = GROUP_SIZES.filter((size) => size <= people).map((size) => addGroup(made, userIds.slice(0, size)))
  if (kind === 'node:http') return { listener: made.handle, userIds, groupIds }
  const { default: express } = await import('express')
  return { listener: express().use(made.router), userIds, groupIds }
}

function addGroup({ ledger }: ReturnType<typeof createReceiver>, members: readonly string[]): string {
  const id = ledger.ids.uuid('Group')
  const resource = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: `Group ${members.length}` }
  const record: DirectoryRecord = { ...recordOf(0), kind: 'Group', id, resource }
  const add = members.map((value) => ({ value }))
  ledger.commit({
    changes: [
      { kind: 'record-put', record },
      { kind: 'members-changed', organisation: 'default', group: id, removeAll: false, remove: [], add },
    ],
  })
  return id
}

function recordOf(index: number): DirectoryRecord {
  return {
    kind: 'User',
    id: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    organisation: 'default',
    managedBy: null,
    version: 1,
    created: 0,
    lastModified: 0,
    // Written by `person`, which makes JSON only.
    resource: person(index) as DirectoryRecord['resource'],
    facts: {},
  }
}
