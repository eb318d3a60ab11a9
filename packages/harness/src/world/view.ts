// Views that the harness itself offers, on any target: the directory over SCIM, and the traffic between the programs.
import type { ViewItem } from '@scimulator/shared/behaviour'
import { DIRECTORY_VIEWS } from './directory-view.ts'
import type { OwnView } from './own-view.ts'
import { TRAFFIC_VIEW } from './traffic-view.ts'
import type { World } from './world.ts'

export const OWN_VIEWS: ReadonlyMap<string, OwnView> = new Map(
  [TRAFFIC_VIEW, ...DIRECTORY_VIEWS].map((view) => [view.name, view]),
)

export type ViewReading =
  | { readonly kind: 'items'; readonly items: readonly ViewItem[] }
  /** The product whose view it is has no part in this world. */
  | { readonly kind: 'not-here'; readonly product: string }
  /** A log has dropped entries, so that nothing can be said of the whole of it. */
  | { readonly kind: 'incomplete'; readonly reason: string }

/** Reads a view by its full name. A view of a program that is not in this world is not here, with the reason. */
export async function readView(
  world: World,
  name: string,
  query: unknown,
  stepStarts: readonly number[],
): Promise<ViewReading> {
  const own = OWN_VIEWS.get(name)
  if (own) return { kind: 'items', items: await own.read(world, query, stepStarts) }
  const [program = '', ...rest] = name.split('.')
  const view = world.controls.get(program)?.views.get(rest.join('.'))
  if (!view) return { kind: 'not-here', product: program }
  const dropped = view.dropped?.() ?? 0
  if (dropped > 0) return { kind: 'incomplete', reason: `${name} no longer holds its ${dropped} oldest entries` }
  return { kind: 'items', items: await view.read(query) }
}
