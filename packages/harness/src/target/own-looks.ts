// One look at what the run has made serves all expectations of a step: they are held against the same directory, and it is asked once.
import type { RealTime } from '@scimulator/shared/runtime'
import type { JsonObject } from '@scimulator/shared/scim'
import { idKey, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import type { Resource } from './scim-reading.ts'

export type OwnResource = Resource & JsonObject

export interface OwnLooks {
  /** In the wire's names. @throws UnreadableTarget, and is not remembered then */
  read(kind: ResourceKind): Promise<readonly OwnResource[]>
  /** What is asked from now on is read anew: something was written, or a step begins. */
  forget(): void
  /** An answer has shown it; undefined: what was seen of it holds no more. */
  saw(ref: ResourceRef, resource: OwnResource | undefined): void
  /** A resource as it was seen moments ago, with nothing written since. */
  seen(ref: ResourceRef): OwnResource | undefined
}

/** Beyond this a look says nothing of what is there now: others may write as well. */
const FRESH_MS = 5_000

interface Look {
  readonly at: number
  readonly reading: Promise<readonly OwnResource[]>
  byKey: ReadonlyMap<string, OwnResource>
}

export function createOwnLooks(
  read: (kind: ResourceKind) => Promise<readonly OwnResource[]>,
  now: RealTime['now'],
): OwnLooks {
  const looks = new Map<ResourceKind, Look>()
  const answered = new Map<string, { readonly at: number; readonly resource: OwnResource }>()

  async function look(kind: ResourceKind): Promise<readonly OwnResource[]> {
    const taken: Look = { at: now(), reading: read(kind), byKey: new Map() }
    looks.set(kind, taken)
    try {
      const resources = await taken.reading
      taken.byKey = new Map(resources.map((one) => [idKey({ kind, id: one.id }), one]))
      return resources
    } catch (error) {
      if (looks.get(kind) === taken) looks.delete(kind)
      throw error
    }
  }

  return {
    read: (kind) => looks.get(kind)?.reading ?? look(kind),
    forget: () => looks.clear(),
    saw(ref, resource) {
      if (resource) answered.set(idKey(ref), { at: now(), resource })
      else answered.delete(idKey(ref))
    },
    seen(ref) {
      const last = answered.get(idKey(ref))
      if (last && now() - last.at < FRESH_MS) return last.resource
      const taken = looks.get(ref.kind)
      return taken && now() - taken.at < FRESH_MS ? taken.byKey.get(idKey(ref)) : undefined
    },
  }
}
