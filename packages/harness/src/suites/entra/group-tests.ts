// The seven tests of the kit's GroupTests workflow. The kit counts an endpoint without groups as failed, while the requirements call group
// provisioning recommended: here it is a warning.
import { asText } from '@scimulator/shared/scim'
import { type Answer, listIn, membersIn } from '../../examine/answer.ts'
import type { EngineQuestion, Section, Stage } from '../suite.ts'
import type { GalleryTenant, SourceGroup, SourceUser } from './gallery-tenant.ts'
import { findGroup, findUser, isGone, isThere, judged, readWhole } from './kit-reading.ts'
import { type KitAct, kitTest, optional, required } from './user-tests.ts'

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:group'

export const NO_GROUPS =
  '/Schemas has no Group. The validation kit counts this as failed; the requirements call groups recommended.'

/** Whether /Schemas has the schema of groups, which is how the kit finds out. */
export function offersGroups(answer: Answer): boolean {
  return listIn(answer)?.resources.some(({ id }) => asText(id).toLowerCase() === GROUP) ?? false
}

export const groupTests: Section = {
  id: 'entra-kit-groups',
  source: 'validation kit, GroupTests',
  title: 'The kit’s tests of groups',
  rows: [
    required('Create_Group_Test', 'A group that is assigned is made by the next cycle and found by displayName.'),
    required('Update_Group_Test', 'A group that is renamed has the new name at the endpoint.'),
    optional('Delete_Group_Test', 'A group that is deleted is gone from the endpoint.'),
    required('Group_Update_Add_Member_Test', 'Somebody who joins the group is a member at the endpoint.'),
    required('Group_Update_Remove_Member_Test', 'Somebody who leaves the group is no member any more, and others are.'),
    required('POD_Group_Test', 'A group that is provisioned on demand is there without a cycle.'),
    optional('Restore_Group_Test', 'A group whose assignment ends is gone, and back once assigned again.'),
  ],
  questions: [],
  engines: [
    groupTest('Create_Group_Test', create),
    groupTest('Update_Group_Test', rename),
    groupTest('Delete_Group_Test', remove),
    groupTest('Group_Update_Add_Member_Test', addMember),
    groupTest('Group_Update_Remove_Member_Test', removeMember),
    groupTest('POD_Group_Test', onDemand),
    groupTest('Restore_Group_Test', restore),
  ],
}

function groupTest(row: string, act: KitAct): EngineQuestion {
  return kitTest(row, act, async ({ ask, q, facts, note }) => {
    const schemas = await ask(q.send('GET', '/Schemas'))
    if (facts.groups || offersGroups(schemas)) return true
    note.warn([row], schemas, NO_GROUPS)
    return false
  })
}

async function provisioned(tenant: GalleryTenant, members: readonly SourceUser[] = []): Promise<SourceGroup> {
  const group = await tenant.makeGroup(members)
  await tenant.act('assign', { group: group.id })
  await tenant.cycle()
  return group
}

async function create(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const group = await provisioned(tenant)
  const seen = await stage.ask(findGroup(stage.q, group.displayName, isThere))
  const held = (await tenant.actions(group.id)).includes('create') && seen.found !== undefined
  judged(stage, tenant, 'Create_Group_Test', held, seen, 'No group of that displayName is found after the cycle.')
}

async function rename(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const group = await provisioned(tenant)
  const name = tenant.newName()
  await tenant.act('rename-group', { group: group.id, name })
  await tenant.cycle()
  const seen = await stage.ask(findGroup(stage.q, tenant.onWire(name), isThere))
  const held = (await tenant.actions(group.id)).includes('update') && seen.found !== undefined
  judged(stage, tenant, 'Update_Group_Test', held, seen, 'No group of the new displayName is found after the cycle.')
}

async function remove(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const group = await provisioned(tenant)
  await tenant.act('delete-group', { group: group.id })
  await tenant.cycle()
  const seen = await stage.ask(findGroup(stage.q, group.displayName, isGone))
  const held = (await tenant.actions(group.id)).includes('delete') && seen.found === undefined
  judged(stage, tenant, 'Delete_Group_Test', held, seen, 'The group that was deleted is still there.')
}

/** Ids at the endpoint: who is a member, and who must be. */
async function membership(
  stage: Stage,
  group: SourceGroup,
  inside: readonly SourceUser[],
  outside: readonly SourceUser[],
) {
  const { q } = stage
  const idOf = async (user: SourceUser) => asText((await stage.ask(findUser(q, user, isThere))).found?.id)
  const [wanted, unwanted] = [await Promise.all(inside.map(idOf)), await Promise.all(outside.map(idOf))]
  const { found } = await stage.ask(findGroup(q, group.displayName, isThere))
  const isRight = (resource: Parameters<typeof membersIn>[0]): boolean => {
    const members = membersIn(resource) ?? []
    return (
      resource !== undefined &&
      wanted.every((id) => members.includes(id)) &&
      !unwanted.some((id) => members.includes(id))
    )
  }
  const seen = await stage.ask(readWhole(q, 'Groups', asText(found?.id), isRight))
  return { seen, held: isRight(seen.found), text: `It has ${membersIn(seen.found)?.length ?? 'no'} members.` }
}

async function addMember(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const [first, second] = [await tenant.makeUser(), await tenant.makeUser()]
  for (const { id } of [first, second]) await tenant.act('assign', { user: id })
  const group = await provisioned(tenant, [first])
  await tenant.act('add-member', { group: group.id, user: second.id })
  await tenant.cycle()
  const { seen, held, text } = await membership(stage, group, [first, second], [])
  judged(stage, tenant, 'Group_Update_Add_Member_Test', held, seen, `Who joined must be a member. ${text}`)
}

async function removeMember(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const [first, second] = [await tenant.makeUser(), await tenant.makeUser()]
  for (const { id } of [first, second]) await tenant.act('assign', { user: id })
  const group = await provisioned(tenant, [first, second])
  await tenant.act('remove-member', { group: group.id, user: second.id })
  await tenant.cycle()
  const { seen, held, text } = await membership(stage, group, [first], [second])
  judged(stage, tenant, 'Group_Update_Remove_Member_Test', held, seen, `Only who left must be out. ${text}`)
}

async function onDemand(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const group = await tenant.makeGroup()
  await tenant.act('assign', { group: group.id })
  const refusal = await tenant.act.refusal('provision-on-demand', { group: group.id })
  const seen = await stage.ask(findGroup(stage.q, group.displayName, isThere))
  const held = refusal === undefined && seen.found !== undefined
  judged(stage, tenant, 'POD_Group_Test', held, seen, refusal ?? 'No group of that displayName is found.')
}

async function restore(stage: Stage, tenant: GalleryTenant): Promise<void> {
  const row = 'Restore_Group_Test'
  const group = await provisioned(tenant)
  await tenant.act('unassign', { group: group.id })
  await tenant.cycle()
  const gone = await stage.ask(findGroup(stage.q, group.displayName, isGone))
  if (gone.found) return judged(stage, tenant, row, false, gone, 'The group that is no longer assigned is still there.')
  await tenant.act('assign', { group: group.id })
  await tenant.cycle()
  const back = await stage.ask(findGroup(stage.q, group.displayName, isThere))
  judged(stage, tenant, row, back.found !== undefined, back, 'The group that was assigned again is not there.')
}
