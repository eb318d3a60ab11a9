// A cycle of Entra ID goes through users, and through groups, in the order of their ids, and a scenario gives ids out by chance from its
// seed: the user who came first in the recording must be made when the lowest id is given out.
import { createSeededIds } from '@scimulator/shared/runtime'

/** @returns the same ones in the order in which they are to be made, so that their ids are in the order that is wanted */
export function inOrderOfMaking<One>(wanted: readonly One[], kind: 'User' | 'Group', seed = 1): readonly One[] {
  const ids = createSeededIds(seed, 'entra')
  const given = wanted.map(() => ids.uuid(kind))
  const ranked = [...given].sort()
  return given.flatMap((id) => wanted[ranked.indexOf(id)] ?? [])
}
