import type { Fault } from '@scimulator/shared/behaviour'
import { faultText } from '../live-wire.ts'

/** `answer 503 for PATCH /Users, 3 times`. */
export function faultOnText({ on, effect, times }: Pick<Fault, 'on' | 'effect' | 'times'>): string {
  const which = [on.method, on.path, on.body].filter((part) => part !== undefined).join(' ')
  const often = times === undefined ? '' : times === 1 ? ', once' : `, ${times} times`
  return `${faultText(effect)} for ${which === '' ? 'every request' : which}${often}`
}
