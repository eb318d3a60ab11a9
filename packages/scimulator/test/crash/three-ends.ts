/** Where a run that was killed ends, and where one ends that was not: the same people and groups, brought to an empty receiver at once. */

import { setTimeout as delay } from 'node:timers/promises'
import type { Program } from './program.ts'
import { entraUser, jumpCloudUser, members, prepareEntra, prepareJumpCloud } from './three-acts.ts'
import type { Trio } from './three-crash.ts'

type Resource = { readonly id: string } & Readonly<Record<string, unknown>>

/** Lets both senders come to the end of what they owe. */
export async function settleAll({ entra, jumpcloud }: Trio): Promise<void> {
  await settleEntra(entra)
  for (let turns = 0; (await jumpcloud.view('pushes')).length > 0; turns += 1) {
    if (turns > 500) throw new Error('Pushes are left that never become due')
    const { nextDue } = (await jumpcloud.ask('/_scimulator/clock')).body as { nextDue: number | null }
    if (nextDue !== null) await jumpcloud.ask('/_scimulator/clock', 'POST', { to: nextDue })
    else await delay(5)
  }
}

/** What failed is tried again after a while, and after a longer one each time. */
async function settleEntra(entra: Program): Promise<void> {
  for (let days = 0; days < 30; days += 1) {
    await entra.verb('run-cycle')
    if (days > 1 && (await entra.view('escrows')).length === 0) return
    const { now } = (await entra.ask('/_scimulator/clock')).body as { now: number }
    await entra.ask('/_scimulator/clock', 'POST', { to: now + 86_400_000 })
  }
  throw new Error('Entra owes something for thirty days')
}

/** What a receiver gets of the same sources when nothing goes wrong. */
export async function untouchedDirectory(from: Trio, untouched: Trio): Promise<ReadonlyMap<string, string>> {
  const url = `${untouched.receiver.url}/scim/v2`
  await prepareEntra(untouched.entra, url)
  await prepareJumpCloud(untouched.jumpcloud, url)
  for (const { value } of await from.entra.view('users'))
    await untouched.entra.verb('create-user', entraUser(String(value.userPrincipalName), String(value.jobTitle)))
  for (const { key, value } of await from.jumpcloud.view('users'))
    await untouched.jumpcloud.verb('create-user', jumpCloudUser(key, String(value.jobTitle)))
  await copyMembers(from.entra, untouched.entra)
  await copyMembers(from.jumpcloud, untouched.jumpcloud)
  await settleAll(untouched)
  return directoryOf(untouched.receiver)
}

async function copyMembers(from: Program, to: Program): Promise<void> {
  for (const group of await from.view('groups'))
    for (const user of members(group)) await to.verb('add-member', { group: group.key, user })
}

/** People and groups by name, with ids as names: what is each receiver's own is left out. */
export async function directoryOf(receiver: Program): Promise<ReadonlyMap<string, string>> {
  const [users, groups] = [await allOf(receiver, 'Users'), await allOf(receiver, 'Groups')]
  const names = new Map(
    [...users, ...groups].map(({ id, userName, displayName }) => [id, String(userName ?? displayName)]),
  )
  const told = [...users, ...groups].map((one): [string, string] => [names.get(one.id) ?? '', inWords(one, names)])
  const twice = told.find(([name], at) => told.findIndex(([other]) => other === name) !== at)
  if (twice) throw new Error(`${twice[0]} is there twice`)
  return new Map(told)
}

/** Without what only that receiver gives; `groups` is the other side of `members`. */
function inWords(one: Resource, names: ReadonlyMap<string, string>): string {
  const rest = Object.entries(one).filter(([name]) => !['id', 'meta', 'externalId', 'groups', 'members'].includes(name))
  const held = (one.members ?? []) as readonly { readonly value: string }[]
  const members = held.map(({ value }) => names.get(value) ?? `nobody (${value})`).sort()
  return JSON.stringify({ ...Object.fromEntries(rest), members })
}

async function allOf(receiver: Program, kind: 'Users' | 'Groups'): Promise<readonly Resource[]> {
  const found: Resource[] = []
  for (;;) {
    const headers = { authorization: 'Bearer secret' }
    const path = `/scim/v2/${kind}?count=200&startIndex=${found.length + 1}`
    const { body } = await receiver.ask(path, 'GET', undefined, headers)
    const page = (body as { Resources?: readonly Resource[] }).Resources ?? []
    if (page.length === 0) return found
    found.push(...page)
  }
}
