import type { ViewItems } from '@scimulator/receiver'
import type { Control } from '@scimulator/shared/behaviour'
import type { ReadEffects, ToldEffect } from '../live/effects.ts'

type Entry = ViewItems['sync-log']

interface Told {
  readonly controls: readonly Control[]
}

/** Whether it keeps a log of all that it does, as a receiver with a product's rules has one. */
export function tellsEffects({ controls }: Told): boolean {
  return controls.some(({ views }) => views.has('sync-log'))
}

/** What requests have changed at the receiver, from its sync log: each time the lines that are new. */
export function toldEffects({ controls }: Told): ReadEffects {
  const view = controls.map(({ views }) => views.get('sync-log')).find((found) => found !== undefined)
  let after = 0
  return async () => {
    const asked = after
    const items = (await view?.read({ after: asked })) ?? []
    // Two who asked at once are told the same lines; the first has taken them.
    const fresh = items.filter(({ key }) => Number(key) > after)
    after = Math.max(after, ...fresh.map(({ key }) => Number(key)))
    return fresh.map(({ value }) => effectOf(value as Entry))
  }
}

function effectOf({ exchange, object, objectId, name, action, reason, attributes }: Entry): ToldEffect {
  return { source: 'own', exchange, object, objectId, name, action, reason, attributes }
}
