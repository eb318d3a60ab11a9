// The seven tests of the kit's UserTests workflow, under its own names; what they ask in our own words.

import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { DEPARTMENT, MANAGER, valueAt } from '../../examine/answer.ts'
import type { EngineQuestion, Section, Stage } from '../suite.ts'
import { GalleryTenant, type SourceUser } from './gallery-tenant.ts'
import { connected, findUser, isGone, isOut, isThere, judged } from './kit-reading.ts'

export type KitAct = (stage: Stage, tenant: GalleryTenant) => Promise<void>

/** One test of the kit with a tenant of its own. @param isAsked whether it is asked at all; notes why not */
export function kitTest(
  row: string,
  act: KitAct,
  isAsked: (stage: Stage) => Promise<boolean> = async () => true,
): EngineQuestion {
  return {
    decides: [row],
    async act(stage) {
      if (!(await isAsked(stage))) return
      const tenant = new GalleryTenant(stage)
      try {
        if (await connected(stage, tenant, row)) await act(stage, tenant)
      } finally {
        await tenant.close()
      }
    },
  }
}

export const userTests: Section = {
  id: 'entra-kit-users',
  source: 'validation kit, UserTests',
  title: 'The kit’s tests of people',
  rows: [
    required('Create_User_Test', 'Somebody who is assigned is made by the next cycle and found by userName.'),
    required('Update_User_Test', 'Attributes that change in the tenant change at the endpoint.'),
    required('Disable_User_Test', 'Somebody whose account is disabled is inactive at the endpoint.'),
    optional('Delete_User_Test', 'Somebody who is deleted for good is gone from the endpoint.'),
    required('User_Update_Manager_Test', 'A manager is set, changed and removed.'),
    required('Restore_User_Test', 'Somebody whose assignment ends is out, and back once assigned again.'),
    required('POD_User_Test', 'Somebody who is provisioned on demand is there without a cycle.'),
  ],
  questions: [],
  engines: [
    kitTest('Create_User_Test', create),
    kitTest('Update_User_Test', update),
    kitTest('Disable_User_Test', disable),
    kitTest('Delete_User_Test', remove),
    kitTest('User_Update_Manager_Test', manager),
    kitTest('Restore_User_Test', restore),
    kitTest('POD_User_Test', onDemand),
  ],
}

export function required(id: string, says: string) {
  return { id, says, level: 'required' } as const
}

export function optional(id: string, says: string) {
  return { id, says, level: 'optional' } as const
}

async function provisioned(tenant: GalleryTenant): Promise<SourceUser> {
  const user = await tenant.makeUser()
  await tenant.act('assign', { user: user.id })
  await tenant.cycle()
  return user
}

async function create(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const user = await provisioned(tenant)
  const seen = await stage.ask(findUser(stage.q, user, isThere))
  const isLogged = (await tenant.actions(user.id)).includes('create')
  const held = isLogged && seen.found !== undefined
  judged(stage, tenant, 'Create_User_Test', held, seen, 'No user of that userName is found after the cycle.')
}

async function update(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const user = await provisioned(tenant)
  await tenant.act('update-user', { user: user.id, set: { jobTitle: 'Director', department: 'Design' } })
  await tenant.cycle()
  const { keeps } = stage.facts
  const wanted = [
    ...(keeps.has('title') ? [['title', 'Director'] as const] : []),
    ...(keeps.has(DEPARTMENT) ? [[DEPARTMENT, 'Design'] as const] : []),
  ]
  if (wanted.length === 0)
    return stage.note.leave(['Update_User_Test'], 'the endpoint keeps neither title nor department')
  const isRight = (found: JsonObject | undefined) => wanted.every(([path, value]) => valueAt(found, path) === value)
  const seen = await stage.ask(findUser(stage.q, user, isRight))
  const found = wanted.map(([path]) => JSON.stringify(valueAt(seen.found, path)) ?? 'absent').join(', ')
  judged(stage, tenant, 'Update_User_Test', isRight(seen.found), seen, `After the cycle there is ${found}.`)
}

async function disable(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const user = await provisioned(tenant)
  await tenant.act('block-user', { user: user.id })
  await tenant.cycle()
  const seen = await stage.ask(findUser(stage.q, user, (found) => found?.active === false))
  const isLogged = (await tenant.actions(user.id)).includes('disable')
  const held = isLogged && seen.found?.active === false
  const active = JSON.stringify(seen.found?.active) ?? 'absent'
  judged(stage, tenant, 'Disable_User_Test', held, seen, `After the cycle active is ${active}.`)
}

async function remove(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const user = await provisioned(tenant)
  await tenant.act('delete-user', { user: user.id })
  await tenant.cycle()
  await tenant.act('purge-user', { user: user.id })
  await tenant.cycle()
  const deleted = tenant.exchanges.findLast(({ request }) => request.method === 'DELETE')
  const id = deleted && /\/Users\/([^/?]+)/.exec(deleted.request.url)?.[1]
  const seen = await stage.ask(findUser(stage.q, user, isGone))
  const isLogged = (await tenant.actions(user.id)).includes('delete')
  const held = id !== undefined && isLogged && seen.found === undefined
  judged(stage, tenant, 'Delete_User_Test', held, seen, 'Who was deleted for good is still there.')
}

async function manager(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const row = 'User_Update_Manager_Test'
  const evidence = await stage.ask(stage.q.send('GET', '/Schemas'))
  if (stage.facts.advertised.size > 0 && !stage.facts.advertised.has(MANAGER.toLowerCase()))
    return stage.note.notOffered([row], 'manager', evidence)
  const [boss, other, user] = [await provisioned(tenant), await provisioned(tenant), await provisioned(tenant)]
  const idOf = async (who: SourceUser) => asText((await stage.ask(findUser(stage.q, who, isThere))).found?.id)
  for (const [who, wanted] of [
    [boss, await idOf(boss)],
    [other, await idOf(other)],
    [null, undefined],
  ] as const) {
    await tenant.act('update-user', { user: user.id, manager: who === null ? null : who.id })
    await tenant.cycle()
    const isRight = (found: JsonObject | undefined): boolean => found !== undefined && managerOf(found) === wanted
    const seen = await stage.ask(findUser(stage.q, user, isRight))
    const text = `The manager must be ${wanted ?? 'nobody'} and is ${managerOf(seen.found) ?? 'nobody'}.`
    judged(stage, tenant, row, isRight(seen.found), seen, text)
    if (!isRight(seen.found)) return
  }
}

/** An object without a value, and an empty text, are none. */
export function managerOf(person: JsonObject | undefined): string | undefined {
  const value = valueAt(person, MANAGER)
  const id = typeof value === 'string' ? value : Object(value).value
  return id === undefined || id === null || id === '' ? undefined : asText(id)
}

async function restore(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const row = 'Restore_User_Test'
  const user = await provisioned(tenant)
  const made = await stage.ask(findUser(stage.q, user, isThere))
  if (!made.found) return judged(stage, tenant, row, false, made, 'Who was assigned is not there.')
  await tenant.act('unassign', { user: user.id })
  await tenant.cycle()
  const out = await stage.ask(findUser(stage.q, user, isOut))
  if (!isOut(out.found)) return judged(stage, tenant, row, false, out, 'Who is no longer assigned is still active.')
  await tenant.act('assign', { user: user.id })
  await tenant.cycle()
  const back = await stage.ask(findUser(stage.q, user, (found) => found?.active === true))
  judged(stage, tenant, row, back.found?.active === true, back, 'Who was assigned again is not active.')
}

async function onDemand(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const user = await tenant.makeUser()
  await tenant.act('assign', { user: user.id })
  const refusal = await tenant.act.refusal('provision-on-demand', { user: user.id })
  const seen = await stage.ask(findUser(stage.q, user, isThere))
  const detail = refusal ?? 'No user of that userName is found.'
  judged(stage, tenant, 'POD_User_Test', refusal === undefined && seen.found !== undefined, seen, detail)
}
