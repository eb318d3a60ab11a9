/** Kills `receiver up --data` under load, and looks each time at what the next start finds. */

import { urns } from '@scimulator/shared/scim'
import { Acknowledged, type Chance, createChance } from './chance.ts'
import { killUnderLoad, type Program, Refused, startProgram } from './program.ts'

const WRITERS = 6
const AUTHORISED = { authorization: 'Bearer secret', 'content-type': 'application/scim+json' }

type Resource = { readonly id: string } & Readonly<Record<string, unknown>>

/** @throws Error naming what was lost or is half-written, and after which kill. */
export async function crashReceiver(
  command: string,
  folder: string,
  options: { readonly kills: number; readonly seed: number; readonly profile: 'lark' | 'rfc' },
  onKill = (_kills: number) => {},
): Promise<{ readonly people: number }> {
  const { profile } = options
  const chance = createChance(options.seed)
  const args = ['receiver', 'up', '--port', '0', '--token', 'secret', '--profile', profile, '--data', folder]
  const told = { users: new Acknowledged<string>(), groups: new Acknowledged<string>() }
  let people = 0
  for (let kills = 0; ; kills += 1) {
    const program = await startProgram(command, args)
    const { found, users } = await check(program, told, profile)
    if (found.length > 0) throw new Error(`Receiver (${profile}), after kill ${kills}: ${found.slice(0, 5).join('; ')}`)
    people = users.length
    onKill(kills)
    if (kills >= options.kills) {
      await program.stop()
      return { people }
    }
    const ids = new Map(users.map((user) => [String(user.userName), user.id]))
    const writers = Array.from({ length: WRITERS }, (_, writer) => {
      return () => write({ program, told, chance, ids, writer, profile })
    })
    await killUnderLoad(program, 20 + chance.below(400), writers)
  }
}

interface Told {
  readonly users: Acknowledged<string>
  readonly groups: Acknowledged<string>
}

interface Load {
  readonly program: Program
  readonly told: Told
  readonly chance: Chance
  readonly ids: Map<string, string>
  readonly writer: number
  readonly profile: 'lark' | 'rfc'
}

/** Each writer has people and a group of its own; the first four people may be members of it, the others may be deleted. */
async function write(load: Load): Promise<void> {
  const { told, chance, writer } = load
  const name = `w${writer}-${chance.below(8)}@contoso.example`
  if (told.users.get(name) === undefined) return create(load, name)
  if (chance.below(3) === 0) return join(load, `team ${writer}`)
  const isSpare = Number(name[name.indexOf('-') + 1]) >= 4
  if (load.profile === 'rfc' && isSpare && chance.below(3) === 0) return remove(load, name)
  return change(load, name)
}

async function create({ program, told, chance, ids }: Load, userName: string): Promise<void> {
  const n = chance.below(1_000)
  const body = {
    schemas: [urns.user, urns.enterpriseUser],
    userName,
    externalId: `x${n} ${userName}`,
    displayName: userName,
    emails: [{ type: 'work', value: userName, primary: true }],
    title: `t${n}`,
    active: true,
    [urns.enterpriseUser]: { department: `d${n}` },
  }
  await told.users.write(userName, printUser(n), async () => {
    const created = await send(program, 'POST', '/Users', body, 201)
    ids.set(userName, (created as Resource).id)
  })
}

/** Three attributes change together, or not at all. */
async function change({ program, told, chance, ids }: Load, userName: string): Promise<void> {
  const n = chance.below(1_000)
  const value = { title: `t${n}`, externalId: `x${n} ${userName}`, [`${urns.enterpriseUser}:department`]: `d${n}` }
  const body = { schemas: [urns.patchOp], Operations: [{ op: 'replace', value }] }
  await told.users.write(userName, printUser(n), () => send(program, 'PATCH', `/Users/${ids.get(userName)}`, body, 200))
}

async function remove({ program, told, ids }: Load, userName: string): Promise<void> {
  await told.users.write(userName, undefined, () =>
    send(program, 'DELETE', `/Users/${ids.get(userName)}`, undefined, 204),
  )
}

/** The writer's group gets other members: it is replaced, patched, or deleted and made anew. */
async function join({ program, told, chance, ids, writer }: Load, displayName: string): Promise<void> {
  const people = [0, 1, 2, 3].map((one) => `w${writer}-${one}@contoso.example`).filter((name) => told.users.get(name))
  const wanted = people.filter(() => chance.below(2) === 0)
  const members = wanted.map((name) => ({ value: ids.get(name) }))
  const state = wanted.join(' ')
  const id = ids.get(displayName) ?? (await idOf(program, displayName))
  if (id === undefined) {
    await told.groups.write(displayName, state, async () => {
      const body = { schemas: [urns.group], displayName, members }
      ids.set(displayName, ((await send(program, 'POST', '/Groups', body, 201)) as Resource).id)
    })
    return
  }
  if (chance.below(6) === 0) {
    ids.delete(displayName)
    await told.groups.write(displayName, undefined, () => send(program, 'DELETE', `/Groups/${id}`, undefined, 204))
    return
  }
  const Operations = [{ op: 'replace', path: 'members', value: members }]
  const body = { schemas: [urns.patchOp], Operations }
  await told.groups.write(displayName, state, () => send(program, 'PATCH', `/Groups/${id}`, body, 200))
}

async function idOf(program: Program, displayName: string): Promise<string | undefined> {
  return (await list(program, '/Groups', `displayName eq "${displayName}"`))[0]?.id
}

async function send(program: Program, method: string, path: string, body: unknown, status: number): Promise<unknown> {
  const answer = await program.ask(`/scim/v2${path}`, method, body, AUTHORISED)
  if (answer.status === status || (status === 200 && answer.status === 204)) return answer.body
  throw new Refused(`${method} ${path} ${JSON.stringify(body)} answers ${answer.status} ${JSON.stringify(answer.body)}`)
}

function printUser(n: number | string): string {
  return `t${n} d${n} x${n}`
}

async function check(program: Program, told: Told, profile: 'lark' | 'rfc') {
  const users = await list(program, '/Users')
  const groups = await list(program, '/Groups')
  const names = new Map(users.map((user) => [user.id, String(user.userName)]))
  const found = [
    ...told.users.keys().flatMap((name) => told.users.settle(name, stateOf(users, name)) ?? []),
    ...told.groups.keys().flatMap((name) => told.groups.settle(name, membersOf(groups, name, names)) ?? []),
    ...doubles(users.map((user) => String(user.userName))),
    ...doubles(groups.map((group) => String(group.displayName))),
    ...(await indexesAgree(program, users, told)),
    ...(profile === 'lark' ? await departmentsExist(program) : []),
  ]
  return { found, users }
}

function stateOf(users: readonly Resource[], userName: string): string | undefined {
  const user = users.find((one) => one.userName === userName)
  if (!user) return undefined
  const enterprise = user[urns.enterpriseUser] as { department?: string } | undefined
  return `${user.title} ${enterprise?.department} ${String(user.externalId).split(' ')[0]}`
}

function membersOf(groups: readonly Resource[], name: string, names: ReadonlyMap<string, string>): string | undefined {
  const group = groups.find((one) => one.displayName === name)
  const members = (group?.members ?? []) as readonly { value: string }[]
  // A member that does not exist prints as undefined, which nobody has written.
  return (
    group &&
    members
      .map(({ value }) => String(names.get(value)))
      .sort()
      .join(' ')
  )
}

function doubles(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is there twice`)
}

/** What an index finds is what a scan finds. */
async function indexesAgree(program: Program, users: readonly Resource[], told: Told): Promise<readonly string[]> {
  const found: string[] = []
  const names = new Set([...told.users.keys(), ...users.map((user) => String(user.userName))])
  for (const name of names) {
    const scanned = users.find((user) => user.userName === name)
    const filters = [`userName eq "${name}"`, ...(scanned ? [`externalId eq "${scanned.externalId}"`] : [])]
    for (const filter of filters) {
      const ids = (await list(program, '/Users', filter)).map(({ id }) => id)
      if (ids.join() !== (scanned?.id ?? '')) found.push(`${filter} finds "${ids}", a scan "${scanned?.id ?? ''}"`)
    }
  }
  return found
}

async function departmentsExist(program: Program): Promise<readonly string[]> {
  const departments = new Set((await program.view('departments')).map(({ key }) => key))
  const members = await program.view('members')
  return members
    .filter(({ value }) => value.department && !departments.has(String(value.department)))
    .map(({ key, value }) => `${key} is in the department ${value.department}, which does not exist`)
}

async function list(program: Program, path: string, filter?: string): Promise<readonly Resource[]> {
  const query = filter === undefined ? 'count=200' : `filter=${encodeURIComponent(filter)}`
  const answer = await program.ask(`/scim/v2${path}?${query}`, 'GET', undefined, AUTHORISED)
  if (answer.status !== 200) throw new Refused(`GET ${path}?${query} answers ${answer.status}`)
  return (answer.body as { Resources?: readonly Resource[] }).Resources ?? []
}
