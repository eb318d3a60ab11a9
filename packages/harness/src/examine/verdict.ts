import { type CheckResult, type Finding, hurtBySign, type Sighting, type Victim } from '@scimulator/findings'
import type { Judgement } from './judge.ts'

export interface Verdict {
  readonly verdict: 'works' | 'breaks' | 'unknown'
  /** Ids of findings, and of what nothing explains. */
  readonly because: readonly string[]
  /** Ids of findings that break it under a condition only. */
  readonly except: readonly string[]
}

/** Share of what concerns a victim that may stay unjudged before a verdict is a guess. */
const UNJUDGED = 0.1

/**
 * Pure. `hurtBy` tells which unexplained ids concern the victim, `inVain` which share of the acts of
 * their lives says nothing, and `isWhole` whether those lives have shown all that concerns them, whatever questions came to.
 */
export function verdictOf(
  victim: Victim,
  judgement: Judgement,
  findings: readonly Finding[],
  checks: ReadonlyMap<string, CheckResult>,
  hurtBy: readonly string[],
  { inVain = 0, isWhole = false } = {},
): Verdict {
  const hurting = judgement.sightings.filter(({ hurts }) => hurts.includes(victim))
  const raw = judgement.unexplained.filter(({ id }) => hurtBy.includes(id))
  const because = [
    ...hurting.filter((one) => breaks(victim, one)).map(({ finding }) => finding.id),
    ...raw.filter(({ when }) => when === undefined).map(({ id }) => id),
  ]
  const except = [
    ...hurting.filter((one) => hasCondition(victim, one)).map(({ finding }) => finding.id),
    ...raw.filter(({ when }) => when !== undefined).map(({ id }) => id),
  ].filter((id) => !because.includes(id))
  if (because.length > 0) return { verdict: 'breaks', because, except }
  if (except.length > 0) return { verdict: 'works', because, except }
  const isUnknown = inVain > UNJUDGED || (!isWhole && isGuess(victim, findings, checks))
  return { verdict: isUnknown ? 'unknown' : 'works', because, except }
}

/** Any fault breaks SCIM itself; an identity provider is not broken by what it never notices. */
function breaks(victim: Victim, sighting: Sighting): boolean {
  const { kind, damage } = sighting.finding
  if (victim === 'rfc') return kind === 'fault'
  return !hasCondition(victim, sighting) && damage !== 'cosmetic'
}

function hasCondition(victim: Victim, { finding, conditions }: Sighting): boolean {
  return finding.when !== undefined || (conditions?.has(victim) ?? false)
}

function isGuess(victim: Victim, findings: readonly Finding[], checks: ReadonlyMap<string, CheckResult>): boolean {
  const signs = new Set(
    findings.flatMap((finding) => finding.signs.filter((sign) => hurtBySign(finding, sign).includes(victim))),
  )
  const concerned = [...checks.values()].filter(({ check, state }) => signs.has(check) && state !== 'not-asked')
  // An endpoint without groups is judged by what it has.
  const blocked = concerned.filter(({ state, because }) => state === 'blocked' && because !== 'groups/offered')
  return concerned.length === 0 || blocked.length / concerned.length > UNJUDGED
}
