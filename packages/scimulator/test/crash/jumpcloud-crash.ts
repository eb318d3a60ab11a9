/** Kills `jumpcloud up --data` while it pushes, and looks each time whether its links are true and its queue goes on. */

import { Acknowledged, type Chance, createChance } from './chance.ts'
import { type Item, killUnderLoad, type Program, startProgram } from './program.ts'
import { createTarget, type Resource, type Target } from './target.ts'

/** @throws Error naming what was lost, was sent twice or is claimed in vain, and after which kill. */
export async function crashJumpCloud(
  command: string,
  folder: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
  onKill = (_kills: number) => {},
): Promise<{ readonly people: number; readonly resumed: number }> {
  const chance = createChance(seed)
  const target = await createTarget(createChance(seed + 1))
  const told = new Acknowledged<string>()
  const args = ['jumpcloud', 'up', '--port', '0', '--clock', 'virtual', '--data', folder]
  let resumed = 0
  try {
    for (let kill = 0; ; kill += 1) {
      const program = await startProgram(command, args)
      if (kill === 0) await prepare(program, target)
      resumed += (await program.view('pushes')).length
      const found = await check(program, target, told)
      if (found.length > 0) throw new Error(`JumpCloud, after kill ${kill}: ${found.slice(0, 5).join('; ')}`)
      onKill(kill)
      if (kill >= kills) {
        await program.stop()
        return { people: told.keys().length, resumed }
      }
      const load = { program, target, told, chance }
      const acts = [() => tick(program), () => administer(load), () => administer(load)]
      await killUnderLoad(program, 20 + chance.below(700), acts)
      await target.settled()
    }
  } finally {
    await target.close()
  }
}

async function prepare(program: Program, target: Target): Promise<void> {
  await program.verb('create-application', { displayLabel: 'Lark' })
  const testUserEmail = 'test@example.com'
  await program.verb('configure-scim', { baseUrl: target.baseUrl, token: target.token, testUserEmail })
  await program.verb('activate')
  for (const group of [0, 1, 2]) {
    await program.verb('create-group', { name: `Team ${group}` })
    await program.verb('bind-group', { group: `Team ${group}` })
  }
}

/** Time goes on, so that what waits falls due. */
async function tick(program: Program): Promise<void> {
  const { body } = await program.ask('/_scimulator/clock')
  const { now } = body as { now: number }
  await program.ask('/_scimulator/clock', 'POST', { to: now + 1_500 })
}

interface Load {
  readonly program: Program
  readonly target: Target
  readonly told: Acknowledged<string>
  readonly chance: Chance
}

let count = 0

/** Somebody comes, changes, joins a group or leaves it. */
async function administer({ program, target, told, chance }: Load): Promise<void> {
  count += 1
  const username = `p${count}`
  const jobTitle = `t${chance.below(1_000)}`
  const group = `Team ${chance.below(3)}`
  const free = told.keys().filter((name) => told.get(name) !== undefined && !told.isUncertain(name))
  const act = chance.below(4)
  if (act < 2 || free.length === 0) {
    if (chance.below(3) === 0) await target.add(username, 'before')
    const user = { username, email: `${username}@contoso.example`, firstname: 'P', lastname: username, jobTitle }
    await told.write(username, jobTitle, () => program.verb('create-user', user))
    await program.verb('add-member', { group, user: username })
    return
  }
  const user = chance.pick(free)
  if (act === 2) {
    await told.write(user, jobTitle, () => program.verb('update-user', { user, set: { jobTitle } }))
    return
  }
  const of = (await program.view('groups')).find(({ key }) => key === group)
  // Two administrators may want the same; a second answer of "already" is no fault.
  await program.ask(`/_scimulator/verbs/${members(of).includes(user) ? 'remove' : 'add'}-member`, 'POST', {
    group,
    user,
  })
}

function members(group: Item | undefined): readonly string[] {
  return (group?.value.members ?? []) as readonly string[]
}

async function check(program: Program, target: Target, told: Acknowledged<string>): Promise<readonly string[]> {
  const users = await program.view('users')
  const titles = new Map(users.map(({ key, value }) => [key, String(value.jobTitle)]))
  const before = [
    ...told.keys().flatMap((name) => told.settle(name, titles.get(name)) ?? []),
    ...(await linksClaim(program, target)),
  ]
  await drain(program)
  return [...before, ...(await differences(program, target, users))]
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

/** Lets time go on until nothing waits any more. */
async function drain(program: Program): Promise<void> {
  for (let turns = 0; (await program.view('pushes')).length > 0; turns += 1) {
    if (turns > 500) throw new Error('Pushes are left that never become due')
    const { nextDue } = (await program.ask('/_scimulator/clock')).body as { nextDue: number | null }
    if (nextDue !== null) await program.ask('/_scimulator/clock', 'POST', { to: nextDue })
  }
}

/** Once the queue is empty the target is as the directory; nothing was refused, so nothing may be missing. */
async function differences(program: Program, target: Target, users: readonly Item[]): Promise<readonly string[]> {
  const groups = await program.view('groups')
  const there = await target.all('Users')
  const names = new Map(there.map(({ id, userName }) => [id, String(userName)]))
  const inScope = new Set(groups.flatMap(members))
  const linked = new Set((await program.view('links')).map(({ key }) => key))
  return [
    ...users.flatMap(({ key, value }) => {
      const found = there.filter(({ userName }) => userName === key)
      if (!inScope.has(key)) return linked.has(key) ? [`${key} left, and is still linked`] : []
      if (found.length !== 1) return [`${key} is there ${found.length} times`]
      const shown = `${found[0]?.title} ${found[0]?.active}`
      return shown === `${value.jobTitle} true` ? [] : [`${key} is "${shown}" instead of "${value.jobTitle} true"`]
    }),
    ...groupDifferences(await target.all('Groups'), groups, names),
  ]
}

function groupDifferences(
  there: readonly Resource[],
  groups: readonly Item[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  return groups.flatMap((group) => {
    const found = there.filter(({ displayName }) => displayName === group.key)
    // A group without members is not created, and one that loses its last member is left as it is.
    if (members(group).length === 0) return []
    if (found.length !== 1) return [`${group.key} is there ${found.length} times`]
    const held = (found[0]?.members ?? []) as readonly { readonly value: string }[]
    const shown = held.map(({ value }) => String(names.get(value))).sort()
    const wanted = [...members(group)].sort()
    return shown.join() === wanted.join() ? [] : [`${group.key} has "${shown}" instead of "${wanted}"`]
  })
}
