// Lark's rules at 10,000 and 100,000 members against 1,000: lookups, association, uniqueness, departments and logs must cost the same.
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { urns } from '@scimulator/shared/scim'
import { createReceiver, type HandlerResponse, type Receiver } from '../packages/receiver/src/index.ts'
import type { AsyncBenchRow } from './bench-row.ts'

interface Side {
  readonly receiver: Receiver
  readonly size: number
  /** Counts the people that rows create, so that none is created twice. */
  next: number
}

const sides = new Map<number, Promise<Side>>()

/** A receiver with so many members, made once for all rows. */
function sideOf(size: number): Promise<Side> {
  const known = sides.get(size)
  if (known) return known
  const made = populated(size)
  sides.set(size, made)
  return made
}

async function populated(size: number): Promise<Side> {
  const schedule = createVirtualSchedule(Date.parse('2026-01-05T08:00:00Z'))
  const receiver = createReceiver({ schedule, ids: createSeededIds(1, 'bench'), sources: [{ token: 'bench' }] })
  const side: Side = { receiver, size, next: size }
  for (let number = 0; number < size; number += 1) await create(side, number)
  return side
}

function send({ receiver }: Side, method: string, path: string, body?: object): Promise<HandlerResponse> {
  const rawHeaders = ['Authorization', 'Bearer bench', 'Content-Type', 'application/scim+json']
  const bytes = new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body))
  return receiver.scim({ method, target: `/scim/v2${path}`, rawHeaders, body: bytes, baseUrl: 'http://bench' })
}

const emailOf = (number: number) => `person${number}@contoso.example`

function person(number: number): object {
  return {
    schemas: [urns.user, urns.enterpriseUser],
    userName: emailOf(number),
    externalId: `external-${number}`,
    displayName: `Person ${number}`,
    emails: [{ type: 'work', value: emailOf(number) }],
    title: `Title ${number % 50}`,
    phoneNumbers: [{ type: 'mobile', value: `+1 555 ${number}` }],
    [urns.enterpriseUser]: { employeeNumber: `E${number}`, department: `Department ${number % 200}` },
  }
}

async function create(side: Side, number: number): Promise<void> {
  const answer = await send(side, 'POST', '/Users', person(number))
  if (answer.status !== 201) throw new Error(`person ${number}: ${answer.status} ${answer.body}`)
}

async function lookUp(side: Side, filter: string): Promise<void> {
  const answer = await send(side, 'GET', `/Users?filter=${encodeURIComponent(filter)}`)
  if (!answer.body.includes('"totalResults":1')) throw new Error(`${filter}: ${answer.body}`)
}

/** A member that an administrator made is associated by the create. */
async function associate(side: Side): Promise<void> {
  const number = side.next++
  await side.receiver.control.verbs.get('add-member')?.run({ name: `Person ${number}`, email: emailOf(number) })
  await create(side, number)
}

async function collide(side: Side): Promise<void> {
  const answer = await send(side, 'POST', '/Users', {
    ...person(side.next),
    [urns.enterpriseUser]: { employeeNumber: 'E7' },
  })
  if (answer.status !== 409) throw new Error(`no conflict: ${answer.status}`)
}

async function newDepartment(side: Side): Promise<void> {
  const number = side.next++
  const body = { ...person(number), [urns.enterpriseUser]: { department: `New department ${number}` } }
  const answer = await send(side, 'POST', '/Users', body)
  if (answer.status !== 201) throw new Error(answer.body)
}

const middle = ({ size }: Side) => Math.floor(size / 2)

const operations: readonly (readonly [string, (side: Side) => Promise<void>])[] = [
  ['look-up by userName', (side) => lookUp(side, `userName eq "${emailOf(middle(side))}"`)],
  ['look-up by externalId', (side) => lookUp(side, `externalId eq "external-${middle(side)}"`)],
  ['look-up by work email', (side) => lookUp(side, `emails[type eq "work"].value eq "${emailOf(middle(side))}"`)],
  ['look-up by id', (side) => lookUp(side, `id eq "${idOf(side)}"`)],
  ['create with association', associate],
  ['create refused by uniqueness', collide],
  ['create with a new department', newDepartment],
]

const ids = new Map<number, string>()

function idOf(side: Side): string {
  const known = ids.get(side.size)
  if (known !== undefined) return known
  const view = side.receiver.ledger.directory.organisation('default')
  const [record] = view.lookup('User', 'userName', emailOf(middle(side))).values()
  const id = record?.id ?? ''
  ids.set(side.size, id)
  return id
}

const SMALL = 1_000

export const asyncRows: readonly AsyncBenchRow[] = [10_000, 100_000].flatMap((size) =>
  operations.map(([name, run]): AsyncBenchRow => {
    let large: Side
    let small: Side
    return {
      name: `lark: ${name}, ${size} members`,
      baseline: `${SMALL} members`,
      target: 'not slower',
      async prepare() {
        small = await sideOf(SMALL)
        large = await sideOf(size)
      },
      ops: () => run(large),
      baselineOps: () => run(small),
    }
  }),
)
