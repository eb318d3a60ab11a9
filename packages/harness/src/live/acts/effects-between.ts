// What an act of an administrator has changed at the world's own receiver, by its directory before and after. Pure.
import type { ViewItem } from '@scimulator/shared/behaviour'
import type { Effect, EffectAttribute } from '../effects.ts'

/** Members, those in the bin, departments and user groups, as the receiver's views show them. */
export interface DirectoryPicture {
  readonly members: readonly ViewItem[]
  readonly deleted: readonly ViewItem[]
  readonly departments: readonly ViewItem[]
  readonly groups: readonly ViewItem[]
}

type ById = ReadonlyMap<string, ViewItem>

/** Fields of a member that people see; each is text. */
const FIELDS = [
  ...['status', 'email', 'name', 'firstName', 'lastName', 'anotherName', 'employeeID', 'employeeType'],
  ...['department', 'jobTitle', 'workCountryOrRegion', 'mobile', 'userGroups'],
] as const

export function effectsBetween(before: DirectoryPicture, after: DirectoryPicture): readonly Effect[] {
  return [
    ...memberEffects(before, after),
    ...thingEffects('department', byId(before.departments), byId(after.departments)),
    ...thingEffects('user group', byId(before.groups), byId(after.groups)),
  ]
}

/** Who was in the bin, and is neither there nor among the members. */
export function purgedBetween(before: DirectoryPicture, after: DirectoryPicture): readonly Effect[] {
  const [members, deleted] = [byId(after.members), byId(after.deleted)]
  return before.deleted
    .filter((item) => !members.has(idOf(item)) && !deleted.has(idOf(item)))
    .map((item) => effectOf('deleted member', item, 'purged', []))
}

function memberEffects(before: DirectoryPicture, after: DirectoryPicture): readonly Effect[] {
  const [was, is] = [byId(before.members), byId(after.members)]
  const [wasDeleted, isDeleted] = [byId(before.deleted), byId(after.deleted)]
  const come = after.members.flatMap((item) => {
    const old = was.get(idOf(item))
    if (old === undefined)
      return effectOf('member', item, wasDeleted.has(idOf(item)) ? 'restored' : 'created', changes(undefined, item))
    const changed = changes(old, item)
    return changed.length === 0 ? [] : effectOf('member', item, actionOf(changed), changed)
  })
  const gone = before.members
    .filter((item) => !is.has(idOf(item)))
    .map((item) => effectOf('member', item, isDeleted.has(idOf(item)) ? 'deleted' : 'purged', []))
  return [...come, ...gone, ...purgedBetween(before, after).filter(({ objectId }) => !was.has(objectId ?? ''))]
}

function thingEffects(object: string, was: ById, is: ById): readonly Effect[] {
  const made = [...is.values()].flatMap((item) => {
    const old = was.get(idOf(item))
    if (old === undefined) return effectOf(object, item, 'created', [])
    if (old.key === item.key) return []
    return effectOf(object, item, 'changed', [{ attribute: 'name', scim: 'displayName', old: old.key, new: item.key }])
  })
  const gone = [...was.values()].filter((item) => !is.has(idOf(item)))
  return [...made, ...gone.map((item) => effectOf(object, item, 'deleted', []))]
}

function actionOf(changed: readonly EffectAttribute[]): string {
  const status = changed.find(({ attribute }) => attribute === 'status')
  if (!status) return 'changed'
  return status.new === 'Active' ? 'reactivated' : 'deactivated'
}

function changes(old: ViewItem | undefined, item: ViewItem): readonly EffectAttribute[] {
  return FIELDS.flatMap((attribute) => {
    const [before, after] = [textOf(old?.value[attribute]), textOf(item.value[attribute])]
    return before === after ? [] : [{ attribute, scim: '', old: before, new: after }]
  })
}

function textOf(value: unknown): string | null {
  const text = Array.isArray(value) ? value.join(', ') : value
  return typeof text === 'string' && text !== '' ? text : null
}

function effectOf(object: string, item: ViewItem, action: string, attributes: readonly EffectAttribute[]): Effect {
  return { source: 'own', object, objectId: idOf(item), name: item.key, action, reason: null, attributes }
}

function byId(items: readonly ViewItem[]): ById {
  return new Map(items.map((item) => [idOf(item), item]))
}

/** A department has no id of its own that a view shows: its name. */
function idOf({ key, value }: ViewItem): string {
  return typeof value.id === 'string' ? value.id : key
}
