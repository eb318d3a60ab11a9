// Two identity providers in one recording: each is told by itself, and their steps are put together by the time at which they come.
import { parseDuration } from '@scimulator/shared/runtime'
import type { ToldExchange } from './writes.ts'

type Step = Readonly<Record<string, unknown>>

export interface Side {
  readonly own: readonly ToldExchange[]
  readonly steps: readonly Step[]
}

/** @param hasOrganisations whether the receiver keeps several organisations apart */
export function sideBySide(sides: readonly Side[], hasOrganisations: boolean): readonly Step[] {
  const [only, second] = sides
  if (!only || !second) return only?.steps ?? []
  const bases = sides.map(({ own }) => baseOf(own))
  const timed = sides.flatMap((side, at) => {
    const isApart = hasOrganisations && bases[at] !== bases[0]
    return timedSteps(at === 0 ? side : { ...side, steps: side.steps.map((step) => asSecond(step, isApart)) })
  })
  return inTime([...timed].sort((a, b) => a.time - b.time))
}

function baseOf(own: readonly ToldExchange[]): string {
  return (own[0]?.exchange.request.url ?? '').replace(/\/+(Users|Groups)\b.*$/, '')
}

interface Timed {
  readonly time: number
  readonly step: Step
}

/** Each step with the time that has come when it is carried out; it begins when its first exchange does. */
function timedSteps({ own, steps }: Side): readonly Timed[] {
  let time = own[0]?.exchange.startedAt ?? 0
  return steps.flatMap((step) => {
    const span = typeof step.advance === 'string' ? parseDuration(step.advance) : undefined
    time += span ?? 0
    // What falls due at the end comes even if nothing else is done then.
    return span === undefined ? [{ time, step }] : [{ time, step: {} }]
  })
}

function inTime(timed: readonly Timed[]): readonly Step[] {
  let now = timed[0]?.time ?? 0
  return timed.flatMap(({ time, step }): Step[] => {
    const seconds = Math.round((time - now) / 1000)
    now = time
    const passing = seconds > 0 ? [{ advance: seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s` }] : []
    return Object.keys(step).length === 0 ? passing : [...passing, step]
  })
}

/** The second one has a source of its own, and an organisation of its own where it has written to another place. */
function asSecond(step: Step, isApart: boolean): Step {
  const text = JSON.stringify(step)
    .replaceAll('$' + '{source.', '$' + '{second.')
    .replace('"save":"source"', '"save":"second"')
  const read = JSON.parse(text) as Step
  const source = read['receiver.add-source']
  if (!isApart || typeof source !== 'object' || source === null) return read
  return { ...read, 'receiver.add-source': { ...source, as: { lark: { organisation: 'second' } } } }
}
