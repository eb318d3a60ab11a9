/**
 * What administrators do while three programs are killed. Nobody is deleted and nobody leaves a group, so that the end does not hang on when
 * a cycle ran: who is taken out before the answer to the request that put them in is known stays at the target (docs/fidelity.md).
 * entra-crash.ts has both.
 */

import type { Acknowledged, Chance } from './chance.ts'
import type { Item, Program } from './program.ts'

const TEAMS = ['Team 0', 'Team 1', 'Team 2']

export async function prepareEntra(entra: Program, tenantUrl: string): Promise<void> {
  await entra.verb('create-app', { name: 'Lark' })
  await entra.verb('set-credentials', { tenantUrl, secretToken: 'secret' })
  await entra.verb('set-settings', { scope: 'Sync all users and groups' })
  for (const name of TEAMS) await entra.verb('create-group', { name })
  await entra.verb('start')
}

export async function prepareJumpCloud(jumpcloud: Program, baseUrl: string): Promise<void> {
  await jumpcloud.verb('create-application', { displayLabel: 'Lark' })
  await jumpcloud.verb('configure-scim', { baseUrl, token: 'secret', testUserEmail: 'test@example.com' })
  await jumpcloud.verb('activate')
  for (const name of TEAMS.map(ofJumpCloud)) {
    await jumpcloud.verb('create-group', { name })
    await jumpcloud.verb('bind-group', { group: name })
  }
}

let count = 0

export async function administerEntra(entra: Program, told: Acknowledged<string>, chance: Chance): Promise<void> {
  count += 1
  const title = `t${chance.below(1_000)}`
  const known = certain(told)
  if (known.length < 3 || chance.below(3) === 0) {
    const name = `e${count}@contoso.example`
    await told.write(name, title, () => entra.verb('create-user', entraUser(name, title)))
    await entra.verb('add-member', { group: chance.pick(TEAMS), user: name })
    return
  }
  const user = chance.pick(known)
  if (chance.below(2) === 0) return addMember(entra, chance.pick(TEAMS), user)
  await told.write(user, title, () => entra.verb('update-user', { user, set: { jobTitle: title } }))
}

export async function administerJumpCloud(jumpcloud: Program, told: Acknowledged<string>, chance: Chance) {
  count += 1
  const title = `t${chance.below(1_000)}`
  const known = certain(told)
  if (known.length < 3 || chance.below(3) === 0) {
    const name = `j${count}`
    await told.write(name, title, () => jumpcloud.verb('create-user', jumpCloudUser(name, title)))
    await jumpcloud.verb('add-member', { group: ofJumpCloud(chance.pick(TEAMS)), user: name })
    return
  }
  const user = chance.pick(known)
  await told.write(user, title, () => jumpcloud.verb('update-user', { user, set: { jobTitle: title } }))
}

/** Time goes on, so that what waits falls due. */
export async function tick(jumpcloud: Program): Promise<void> {
  const { now } = (await jumpcloud.ask('/_scimulator/clock')).body as { now: number }
  await jumpcloud.ask('/_scimulator/clock', 'POST', { to: now + 1_500 })
}

export function entraUser(userPrincipalName: string, jobTitle: string) {
  const nickname = userPrincipalName.split('@')[0] ?? ''
  const set = { jobTitle, mail: userPrincipalName, mailNickname: nickname, givenName: nickname, surname: 'Doe' }
  return { userPrincipalName, displayName: nickname, set }
}

export function jumpCloudUser(username: string, jobTitle: string) {
  return { username, email: `${username}@contoso.example`, firstname: 'P', lastname: username, jobTitle }
}

export function members(group: Item | undefined): readonly string[] {
  return (group?.value.members ?? []) as readonly string[]
}

/** Both write groups at one receiver. */
function ofJumpCloud(team: string): string {
  return `Jump ${team}`
}

async function addMember(entra: Program, group: string, user: string): Promise<void> {
  const found = (await entra.view('groups')).find(({ key }) => key === group)
  if (!members(found).includes(user)) await entra.verb('add-member', { group, user })
}

function certain(told: Acknowledged<string>): readonly string[] {
  return told.keys().filter((name) => told.get(name) !== undefined && !told.isUncertain(name))
}
