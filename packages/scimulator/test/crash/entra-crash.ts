/** Kills `entra up --data` in the middle of cycles, and looks each time whether the job's memory claims more than happened. */

import { Acknowledged, type Chance, createChance } from './chance.ts'
import { type Item, killUnderLoad, type Program, startProgram } from './program.ts'
import { createTarget, type Resource, type Target } from './target.ts'

const BOSSES = ['boss0@contoso.example', 'boss1@contoso.example']
const MANAGER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** @throws Error naming what was lost or is claimed in vain, and after which kill. */
export async function crashEntra(
  command: string,
  folder: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
  onKill = (_kills: number) => {},
): Promise<{ readonly people: number; readonly escrows: number }> {
  const chance = createChance(seed)
  const target = await createTarget(createChance(seed + 1))
  const told = new Acknowledged<string>()
  const escrows = new Set<string>()
  try {
    for (let kill = 0; ; kill += 1) {
      const program = await startProgram(command, [
        'entra',
        'up',
        '--port',
        '0',
        '--clock',
        'virtual',
        '--data',
        folder,
      ])
      if (kill === 0) await prepare(program, target)
      const found = await check(program, target, told, escrows)
      if (found.length > 0) throw new Error(`Entra, after kill ${kill}: ${found.slice(0, 5).join('; ')}`)
      onKill(kill)
      if (kill >= kills) {
        await program.stop()
        return { people: told.keys().length, escrows: escrows.size }
      }
      const load = { program, target, told, chance }
      await killUnderLoad(program, 20 + chance.below(700), [
        () => program.verb('run-cycle'),
        () => administer(load),
        async () => {
          for (const { key } of await program.view('escrows')) escrows.add(key)
        },
      ])
      await target.settled()
    }
  } finally {
    await target.close()
  }
}

async function prepare(program: Program, target: Target): Promise<void> {
  await program.verb('create-app', { name: 'Lark' })
  await program.verb('set-credentials', { tenantUrl: target.baseUrl, secretToken: target.token })
  for (const name of [...BOSSES, 'bad@contoso.example']) await program.verb('create-user', person(name, 't0'))
  await program.verb('assign', { users: [...BOSSES, 'bad@contoso.example'] })
  await program.verb('create-group', { name: 'Team 0' })
  await program.verb('assign', { group: 'Team 0' })
  await program.verb('start')
}

function person(userPrincipalName: string, jobTitle: string) {
  const nickname = userPrincipalName.split('@')[0] ?? ''
  const set = { jobTitle, mail: userPrincipalName, mailNickname: nickname, givenName: nickname, surname: 'Doe' }
  return { userPrincipalName, displayName: nickname, set }
}

interface Load {
  readonly program: Program
  readonly target: Target
  readonly told: Acknowledged<string>
  readonly chance: Chance
}

let count = 0

/** One act of an administrator: somebody comes, changes, joins a group or leaves it; sometimes there is a new group. */
async function administer({ program, target, told, chance }: Load): Promise<void> {
  count += 1
  const serial = count
  const title = `t${chance.below(1_000)}`
  const groups = (await program.view('groups')).map(({ key }) => key)
  const act = chance.below(10)
  if (act === 0 && groups.length < 8) {
    await program.verb('create-group', { name: `Team ${serial}`, members: BOSSES })
  } else if (act === 1) {
    const assigned = new Set((await program.view('assignments')).map(({ key }) => key))
    const [group] = groups.filter((name) => !assigned.has(name))
    if (group !== undefined) await program.verb('assign', { group })
  } else if (act < 5) {
    const name = `p${serial}@contoso.example`
    // Some are there already, under an older title: a cycle matches them and writes the new one.
    if (chance.below(2) === 0) await target.add(name, 'before')
    const user = { ...person(name, title), manager: chance.pick(BOSSES) }
    await told.write(name, title, () => program.verb('create-user', user))
    const way = chance.below(3)
    if (way === 0) await program.verb('assign', { user: name })
    // Whom nobody assigns at first comes into scope in a later cycle, when he joins a group.
    if (way === 1) await program.verb('add-member', { group: chance.pick(groups), user: name })
  } else if (told.keys().length > 0) {
    await changeSomebody({ program, target, told, chance }, title, groups)
  }
}

async function changeSomebody({ program, told, chance }: Load, title: string, groups: readonly string[]) {
  const user = chance.pick(told.keys())
  const group = chance.pick(groups)
  const there = await program.view('groups')
  const isMember = members(there.find(({ key }) => key === group)).includes(user)
  if (told.get(user) === undefined || told.isUncertain(user)) return
  if (chance.below(2) === 0) {
    await told.write(user, title, () => program.verb('update-user', { user, set: { jobTitle: title } }))
  } else await program.verb(isMember ? 'remove-member' : 'add-member', { group, user })
}

function members(group: Item | undefined): readonly string[] {
  return (group?.value.members ?? []) as readonly string[]
}

async function check(
  program: Program,
  target: Target,
  told: Acknowledged<string>,
  escrows: ReadonlySet<string>,
): Promise<readonly string[]> {
  const users = await program.view('users')
  const titles = new Map(users.map(({ value }) => [String(value.userPrincipalName), String(value.jobTitle)]))
  const kept = new Set((await program.view('escrows')).map(({ key }) => key))
  const before = [
    ...told.keys().flatMap((name) => told.settle(name, titles.get(name)) ?? []),
    ...(await linksClaim(program, target)),
    ...[...escrows].filter((key) => !kept.has(key)).map((key) => `the escrow of ${key} is lost`),
  ]
  await program.verb('run-cycle')
  return [...before, ...(await differences(program, target))]
}

/** Links whose resource the target does not have, or has for somebody else. */
async function linksClaim(program: Program, target: Target): Promise<readonly string[]> {
  const resources = [...(await target.all('Users')), ...(await target.all('Groups'))]
  return (await program.view('links')).flatMap(({ key, value }) => {
    const resource = resources.find(({ id }) => id === value.targetId)
    if (!resource) return [`${key} is linked to ${value.targetId}, which the target does not have`]
    const name = resource.userName ?? resource.displayName
    return name === key ? [] : [`${key} is linked to ${name}`]
  })
}

/** After a cycle the target is what the mapping makes of the source. */
async function differences(program: Program, target: Target): Promise<readonly string[]> {
  const users = await program.view('users')
  const groups = await program.view('groups')
  const assigned = new Set((await program.view('assignments')).map(({ key }) => key))
  const inScope = new Set(assigned)
  for (const group of groups) if (assigned.has(group.key)) for (const member of members(group)) inScope.add(member)
  const there = await target.all('Users')
  const names = new Map(there.map(({ id, userName }) => [id, String(userName)]))
  const linked = new Set((await program.view('links')).map(({ key }) => key))
  return [
    ...users.flatMap(({ key, value }) => {
      if (key.startsWith('bad')) return []
      return differenceOf(key, value, inScope.has(key), linked.has(key), there, names)
    }),
    ...(await groupDifferences(
      target,
      groups.filter(({ key }) => assigned.has(key)),
      names,
    )),
  ]
}

function differenceOf(
  name: string,
  value: Item['value'],
  isInScope: boolean,
  isLinked: boolean,
  there: readonly Resource[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const found = there.filter(({ userName }) => userName === name)
  if (!isInScope) return isLinked && found.some(({ active }) => active) ? [`${name} left, and is still active`] : []
  if (found.length !== 1) return [`${name} is there ${found.length} times`]
  const enterprise = found[0]?.[MANAGER] as { manager?: { value: string } } | undefined
  const manager = names.get(enterprise?.manager?.value ?? '')
  const shown = `${found[0]?.title} ${found[0]?.active} ${manager}`
  const wanted = `${value.jobTitle} true ${value.manager}`
  return shown === wanted ? [] : [`${name} is "${shown}" instead of "${wanted}"`]
}

async function groupDifferences(target: Target, groups: readonly Item[], names: ReadonlyMap<string, string>) {
  const there = await target.all('Groups')
  return groups.flatMap((group) => {
    const found = there.filter(({ displayName }) => displayName === group.key)
    if (found.length !== 1) return [`${group.key} is there ${found.length} times`]
    const held = (found[0]?.members ?? []) as readonly { readonly value: string }[]
    const shown = held.map(({ value }) => String(names.get(value))).sort()
    const wanted = [...members(group)].sort()
    return shown.join() === wanted.join() ? [] : [`${group.key} has "${shown}" instead of "${wanted}"`]
  })
}
