import type { Tone } from '../parts/status-badge.tsx'
import type { Views } from '../source/source.ts'

type Effect = Views['world.traffic']['effects'][number]

const TONES: Readonly<Record<string, Tone>> = {
  created: 'good',
  reactivated: 'good',
  restored: 'good',
  deactivated: 'watch',
  deleted: 'watch',
  refused: 'bad',
}

/** The one that a row has room for: the person or the group, before what was made on the way. */
export function mainEffect(effects: readonly Effect[]): Effect | undefined {
  return (
    effects.find(({ object }) => object === 'member') ??
    effects.find(({ object }) => object === 'user group') ??
    effects[0]
  )
}

export function toneOf({ action }: Pick<Effect, 'action'>): Tone {
  return TONES[action] ?? 'plain'
}

/** `Name (displayName): Anna → Ann`; of what was created everything is new, and nothing is told. */
export function changeTexts({ action, attributes }: Pick<Effect, 'action' | 'attributes'>): readonly string[] {
  if (action === 'created') return []
  return attributes.map(({ attribute, scim, old, new: now }) => {
    const both = scim === '' || scim === attribute ? attribute : `${attribute} (${scim})`
    return `${both}: ${old ?? '–'} → ${now ?? '–'}`
  })
}

/** `member deactivated`, in short, for the row of its exchange. */
export function effectText({ object, action }: Pick<Effect, 'object' | 'action'>): string {
  return action === 'none' ? 'nothing changed' : `${object} ${action}`
}
