// What shows in one of two lives only, and so hangs on a form that is uncertain. Pure.
import type { Difference, Finding, Sighting, Victim } from '@scimulator/findings'
import type { Judgement } from './judge.ts'
import type { Life } from './lives/live.ts'

export type Lived = Pick<Life, 'differences' | 'acts' | 'inVain'>

/** Two lives of one sender: in the usual forms, and in others. */
export interface Pair {
  readonly victim: Victim
  readonly usual: Lived
  readonly other: Lived
}

/** Something that shows in one of them only. */
export interface Hanging {
  readonly victim: Victim
  readonly side: 'usual' | 'other'
  /** The finding that explains it; absent for what nothing explains. */
  readonly finding?: string
  /** The first that shows it. */
  readonly difference: Difference
  /** Whether it shows in another life as well. */
  isIn(life: Lived): boolean
}

export function hangingIn(pair: Pair, judgement: Judgement): readonly Hanging[] {
  const common = commonActs(pair)
  const within = (life: Lived) => life.differences.filter(({ act }) => common.has(act))
  return [...inUsualOnly(pair, judgement, within), ...inOtherOnly(pair, judgement, within)]
}

type Within = (life: Lived) => readonly Difference[]

/** Both lives begin with the connection, and are compared where both have come to something. */
function commonActs({ usual, other }: Pair): ReadonlySet<string> {
  const vain = new Set([...usual.inVain, ...other.inVain].map(({ act }) => act))
  return new Set(
    ['connection', ...usual.acts.filter((act) => other.acts.includes(act))].filter((act) => !vain.has(act)),
  )
}

function inUsualOnly({ victim, usual, other }: Pair, judgement: Judgement, within: Within): readonly Hanging[] {
  const { sightings, causes, unexplained } = judgement
  const explained = sightings.flatMap((sighting): Hanging[] => {
    const { finding } = sighting
    const [difference] = within(usual).filter((one) => causes.get(one) === finding.id)
    if (!difference || !decides(sighting, victim)) return []
    const isIn = (life: Lived) => life.differences.some((one) => explains(finding, one))
    return isIn(other) ? [] : [{ victim, side: 'usual', finding: finding.id, difference, isIn }]
  })
  const raw = unexplained.flatMap(({ differences }) => within(usual).find((one) => differences.includes(one)) ?? [])
  const hanging = raw.flatMap((difference): Hanging[] => {
    const isIn = (life: Lived) => life.differences.some((one) => isSame(one, difference))
    return isIn(other) ? [] : [{ victim, side: 'usual', difference, isIn }]
  })
  return [...explained, ...hanging]
}

function inOtherOnly({ victim, usual, other }: Pair, judgement: Judgement, within: Within): readonly Hanging[] {
  // Who was struck in the usual life already says nothing new.
  const struck = new Set(usual.differences.map(({ subject }) => subject))
  const news = within(other).filter(({ subject }) => !struck.has(subject))
  const found = new Map<string, Hanging>()
  for (const difference of news) {
    const sighting = judgement.sightings.find(({ finding }) => explains(finding, difference))
    const key = sighting?.finding.id ?? placeOf(difference)
    if (found.has(key) || (sighting && !isNews(sighting, victim, usual, judgement))) continue
    const isIn = (life: Lived) =>
      life.differences.some((one) => (sighting ? explains(sighting.finding, one) : isSame(one, difference)))
    found.set(key, { victim, side: 'other', ...(sighting ? { finding: sighting.finding.id } : {}), difference, isIn })
  }
  return [...found.values()]
}

/** What has a condition anyway, hurts no identity provider, or was seen in the usual life, does not hang on the other form. */
function isNews(sighting: Sighting, victim: Victim, usual: Lived, { causes }: Judgement): boolean {
  const { finding, hurts } = sighting
  if (finding.when !== undefined || hurts.every((one) => one === 'rfc')) return false
  if (!hurts.includes(victim)) return true
  return decides(sighting, victim) && !usual.differences.some((one) => causes.get(one) === finding.id)
}

function decides({ finding, hurts }: Sighting, victim: Victim): boolean {
  return hurts.includes(victim) && finding.when === undefined && finding.damage !== 'cosmetic'
}

function explains(finding: Finding, difference: Difference): boolean {
  return finding.explains?.(difference) ?? false
}

function isSame(one: Difference, other: Difference): boolean {
  return placeOf(one) === placeOf(other)
}

function placeOf({ act, subject, attribute }: Difference): string {
  return JSON.stringify([act, subject, attribute])
}
