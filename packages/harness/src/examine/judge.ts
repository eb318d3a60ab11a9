// From everything that was seen to what is told: each cause once, what follows from it not at all, and what nothing explains last.
import {
  type CheckResult,
  type Difference,
  type Evidence,
  type Finding,
  isRed,
  isRefusal,
  methodOf,
  recognise,
  type Sighting,
  victimOf,
} from '@scimulator/findings'
import { looksLike } from './one-cause.ts'

export interface NotJudged {
  /** Id of the check, or of the act of a life. */
  readonly question: string
  /** Id of the finding that stands in the way, or what else did. */
  readonly because: string
}

export interface Unexplained {
  readonly id: string
  readonly result?: CheckResult
  /** All that look like one fault, the first one seen first; none where a check is red. */
  readonly differences: readonly Difference[]
  /** The condition under which it matters; absent when it always does. */
  readonly when?: string
}

export interface Judgement {
  readonly sightings: readonly Sighting[]
  readonly notJudged: readonly NotJudged[]
  readonly unexplained: readonly Unexplained[]
  /** Acts of lives that each finding broke, by its id. */
  readonly acts: ReadonlyMap<string, readonly string[]>
  /** Id of the finding that explains a difference, for those that one explains. */
  readonly causes: ReadonlyMap<Difference, string>
}

/** Pure. Findings come in order of precedence. */
export function judge(findings: readonly Finding[], evidence: Evidence): Judgement {
  const seen = findings.flatMap((finding) => recognise(finding, evidence) ?? [])
  const told = seen.filter((sighting) => !followsFrom(sighting, seen))
  const acts = new Map<string, string[]>()
  const causes = new Map<Difference, string>()
  const raw = createRaw()
  // Who was once struck by a cause stays struck: what differs of the same person or group later follows from it.
  const struck = new Map<string, string>()
  for (const difference of evidence.differences) {
    const subject = `${difference.sender} ${difference.subject}`
    const cause = told.find((one) => canExplain(one, difference))?.finding.id ?? struck.get(subject)
    if (cause === undefined) raw.add(difference)
    else {
      struck.set(subject, cause)
      causes.set(difference, cause)
      acts.set(cause, [...(acts.get(cause) ?? []), `${difference.sender}: ${difference.act}`])
    }
  }
  for (const result of evidence.checks.values()) {
    if (result.state !== 'red' || findings.some(({ signs }) => signs.includes(result.check))) continue
    // A fault that reaches others has reached those who were there.
    if (result.check === AS_BEFORE && told.some(({ finding }) => finding.damage === 'others')) continue
    raw.addCheck(result)
  }
  const unexplained = raw.all()
  return { sightings: told, notJudged: notJudgedIn(seen, told, evidence), unexplained, acts, causes }
}

/** What nothing explains, each thing once. */
function createRaw() {
  const groups = new Map<string, Difference[]>()
  const results: CheckResult[] = []
  // Somebody whose first request was refused for no known reason never arrived; that they are not there later follows from it.
  const missing = new Map<string, Difference[]>()
  return {
    add(difference: Difference): void {
      const subject = `${difference.sender} ${difference.subject}`
      const like = looksLike(difference)
      const group = missing.get(subject) ?? groups.get(like) ?? []
      group.push(difference)
      if (!missing.has(subject)) groups.set(like, group)
      if (isRefusal(difference) && methodOf(difference) === 'POST') missing.set(subject, group)
    },
    addCheck: (result: CheckResult): void => void results.push(result),
    all(): Unexplained[] {
      const each = [...[...groups.values()].map((differences) => ({ differences })), ...results.map(ofCheck)]
      return each.map((one, index) => ({ id: `unexplained-${index + 1}`, ...one }))
    },
  }
}

function ofCheck(result: CheckResult) {
  return { differences: [], result }
}

/** What does not hurt somebody has broken none of their acts; what hurts no identity provider may still keep us from seeing one. */
function canExplain({ finding, hurts }: Sighting, difference: Difference): boolean {
  const isTheirs = hurts.includes(victimOf(difference.sender)) || hurts.every((one) => one === 'rfc')
  return isTheirs && (finding.explains?.(difference) ?? false)
}

/** Every sign of it is a consequence of something else that was seen; of two that follow from one another the first stays. */
function followsFrom(sighting: Sighting, seen: readonly Sighting[]): boolean {
  const index = seen.indexOf(sighting)
  return sighting.shownBy.every(({ check }) =>
    seen.some((other, at) => {
      if (other === sighting || !other.finding.consequences?.includes(check)) return false
      const back = sighting.finding.consequences ?? []
      return at < index || !other.shownBy.some((one) => back.includes(one.check))
    }),
  )
}

function notJudgedIn(seen: readonly Sighting[], told: readonly Sighting[], evidence: Evidence): readonly NotJudged[] {
  const blocked = [...evidence.checks.values()].filter(({ state }) => state === 'blocked')
  const hidden = seen.filter((one) => !told.includes(one)).flatMap(({ shownBy }) => shownBy)
  return [
    ...blocked.map(({ check, because = '' }) => ({ question: check, because: causeOf(because, told, evidence) })),
    ...hidden.map(({ check }) => ({ question: check, because: causeOf(check, told, evidence) })),
  ]
}

/** Whether those who were there before the test are as they were; when not, nothing more is sent. No finding owns it: it may be somebody else's doing. */
export const AS_BEFORE = 'others/as-before'

/** Follows what blocks what, to the finding at its beginning: one that is told, never one that only follows from it. */
export function causeOf(check: string, told: readonly Sighting[], evidence: Evidence, depth = 0): string {
  if (check === 'answers/not-limited') return 'rate-limited'
  // The guard sends nothing that could touch somebody whom the test has not made.
  if (check === 'answers/at-all' && !isRed(evidence, check)) return isRed(evidence, AS_BEFORE) ? AS_BEFORE : 'held-back'
  if (isRed(evidence, check)) return ownerOf(check, told) ?? check
  const next = evidence.checks.get(check)?.because
  return next === undefined || depth > 8 ? check : causeOf(next, told, evidence, depth + 1)
}

function ownerOf(check: string, told: readonly Sighting[]): string | undefined {
  const own = told.find(({ shownBy }) => shownBy.some((one) => one.check === check))
  return (own ?? told.find(({ finding }) => finding.consequences?.includes(check)))?.finding.id
}
