// One person at every side: the account at each identity provider and the member at the receiver, joined by address and by the links that
// the providers keep.
import type { ViewItem } from '@scimulator/shared/behaviour'
import { namesOf, type Place } from './places.ts'

export interface Side {
  readonly place: Place
  readonly item: ViewItem
}

/** Which object of the source is which resource of the target. */
export interface Link {
  readonly objectId: string
  readonly targetId: string
}

/** @param held items by their places. @returns those that are the same as `key` says, in the order of places; an account can stand at a place twice */
export function sidesOf(
  key: string,
  held: readonly { readonly place: Place; readonly items: readonly ViewItem[] }[],
  links: readonly Link[],
): readonly Side[] {
  const all = held.flatMap(({ place, items }) => items.map((item) => ({ place, item })))
  const named = all.filter((side) => isNamed(side, key))
  const ids = new Set(named.map(idOf))
  for (const { objectId, targetId } of links) {
    if (ids.has(objectId)) ids.add(targetId)
  }
  for (const { objectId, targetId } of links) {
    if (ids.has(targetId)) ids.add(objectId)
  }
  return all.filter((side) => named.includes(side) || ids.has(idOf(side)))
}

/** By key, id or address; a display name is not enough, because two people can have the same. */
function isNamed(side: Side, key: string): boolean {
  const { place, item } = side
  const names = namesOf(place, item).filter((name) => place.kind !== 'person' || name.includes('@'))
  return [item.key, idOf(side), ...names].some((text) => text.toLowerCase() === key.toLowerCase())
}

/** JumpCloud writes the ids of its people as `_id`. */
export function idOf({ item: { key, value } }: Side): string {
  const id = value.id ?? value._id
  return typeof id === 'string' ? id : key
}
