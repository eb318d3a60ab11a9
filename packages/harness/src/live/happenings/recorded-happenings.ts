// What happened in a step of a scenario and is no exchange: what its verb says, and which cycles and tests its exchanges are of. Pure.
import { Fault } from '@scimulator/shared/behaviour'
import type { StepRecord } from '../../report/recording.ts'
import type { TrafficItem } from '../traffic-item.ts'
import { faultOnText } from './fault-on.ts'
import { type Happening, happeningOf } from './happening.ts'

type Told = Pick<StepRecord, 'program' | 'verb' | 'input' | 'at' | 'exchanges'>

/** @param wire of the whole run: what goes on after the step has not ended in it */
export function recordedHappenings(step: Told, wire: readonly TrafficItem[]): readonly Happening[] {
  const { from, to } = step.exchanges
  const own = wire.filter(({ seq }) => seq >= from && seq <= to)
  const ends = endsOf(wire)
  return [...ofVerb(step), ...own.flatMap((item) => ofWork(item, ends))]
}

/** Before its first exchange. */
function ofVerb({ program, verb, input, at, exchanges }: Told): readonly Happening[] {
  if (program !== '') return []
  const place = exchanges.from - BETWEEN
  const now = Date.parse(at)
  if (verb === 'advance') return [happeningOf(place, now, { kind: 'clock', to: now })]
  if (verb === 'lift-faults') return [happeningOf(place, now, { kind: 'faults-lifted' })]
  const fault = verb === 'fault' ? Fault.safeParse(input).data : undefined
  return fault ? [happeningOf(place, now, { kind: 'fault', what: faultOnText(fault) })] : []
}

const BETWEEN = 0.5

type Ends = ReadonlyMap<number | null, { readonly first: number; last: number }>

/** By run, its first and its last exchange. */
function endsOf(wire: readonly TrafficItem[]): Ends {
  const ends = new Map<number | null, { readonly first: number; last: number }>()
  for (const { run, seq } of wire) {
    const known = ends.get(run)
    if (known) known.last = seq
    else ends.set(run, { first: seq, last: seq })
  }
  return ends
}

function ofWork({ seq, at, sender, activity, run }: TrafficItem, ends: Ends): readonly Happening[] {
  if (activity === null || activity === 'push') return []
  const said = { by: sender, activity, run }
  const isFirst = ends.get(run)?.first === seq
  const isLast = activity === 'cycle' && ends.get(run)?.last === seq
  return [
    ...(isFirst ? [happeningOf(seq - BETWEEN, at, { kind: 'began', ...said })] : []),
    ...(isLast ? [happeningOf(seq + BETWEEN, at, { kind: 'ended', ...said })] : []),
  ]
}
