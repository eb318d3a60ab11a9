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

/**
 * Follows addresses and links until nobody is added: who was renamed at one side is found by the link, and by the address they have there.
 * @param held items by their places. @returns in the order of places; an account can stand at a place twice
 */
export function sidesOf(
  key: string,
  held: readonly { readonly place: Place; readonly items: readonly ViewItem[] }[],
  links: readonly Link[],
): readonly Side[] {
  const all = held.flatMap(({ place, items }) =>
    items.map((item) => ({ place, item, texts: textsOf({ place, item }) })),
  )
  const known = new Set([key.toLowerCase()])
  for (let before = -1; before < known.size; ) {
    before = known.size
    for (const { texts } of all) if (texts.some((text) => known.has(text))) for (const text of texts) known.add(text)
    for (const link of links) {
      const [from, to] = [link.objectId.toLowerCase(), link.targetId.toLowerCase()]
      if (known.has(from) || known.has(to)) known.add(from).add(to)
    }
  }
  return all.filter(({ texts }) => texts.some((text) => known.has(text))).map(({ place, item }) => ({ place, item }))
}

/** Key, id and addresses, in lower case; a display name is not enough, because two people can have the same. */
function textsOf(side: Side): readonly string[] {
  const { place, item } = side
  const names = namesOf(place, item).filter((name) => place.kind !== 'person' || name.includes('@'))
  return [item.key, idOf(side), ...names].map((text) => text.toLowerCase())
}

/** JumpCloud writes the ids of its people as `_id`. */
export function idOf({ item: { key, value } }: Side): string {
  const id = value.id ?? value._id
  return typeof id === 'string' ? id : key
}
