import { type CheckResult, type Difference, type Evidence, isRed } from './evidence.ts'
import type { Damage, FindingKind, Victim } from './vocabulary.ts'

/** One cause, told once: how it is recognised, whom it hurts, and what to change. */
export interface Finding {
  /** Name of the deviation that reproduces it, where there is one. */
  readonly id: string
  readonly kind: FindingKind
  /** One line, such as "A disabled person stays active". */
  readonly title: string
  /** What the endpoint does. */
  readonly detail: string
  /** What identity providers do that makes it matter. */
  readonly why: string
  readonly hurts: readonly Victim[]
  /** Whom a sign shows to be hurt, where that is not everybody: what fails in a PUT is nothing to who writes by PATCH. */
  readonly hurtsBy?: Readonly<Record<string, readonly Victim[]>>
  /** Why no life shows that it hurts, although it does: it takes two at the same moment. */
  readonly unseen?: string
  /** Whom or what it is limited to: "for people without an email address". */
  readonly when?: string
  /** The condition of one of those whom it hurts, where the others meet it always. */
  readonly whenFor?: Readonly<Partial<Record<Victim, string>>>
  readonly damage: Damage
  readonly fix: string
  /** Such as `RFC 7644 §3.5.2`. */
  readonly clause?: string
  readonly sources: readonly string[]
  /** Checks that are red because of this and nothing else. */
  readonly signs: readonly string[]
  /** Checks that it turns red as well, without being told again. */
  readonly consequences?: readonly string[]
  /** Whether a difference in somebody's life follows from it. */
  explains?(difference: Difference): boolean
}

/** What was seen of a finding. */
export interface Sighting {
  readonly finding: Finding
  /** The red checks that show it, the telling one first. */
  readonly shownBy: readonly CheckResult[]
  /** Those of the finding's victims whom the red checks show to be hurt. */
  readonly hurts: readonly Victim[]
  /** Whom of these it hurts under a condition only, and which. */
  readonly conditions?: ReadonlyMap<Victim, string>
}

/** Keeps the literal types and says nowhere twice what a finding is. */
export function defineFinding(finding: Finding): Finding {
  return finding
}

/** The finding as the evidence shows it; undefined when nothing does. Pure. */
export function recognise(finding: Finding, evidence: Evidence): Sighting | undefined {
  const shownBy = finding.signs.flatMap((sign) => {
    const result = evidence.checks.get(sign)
    return result && isRed(evidence, sign) ? [result] : []
  })
  if (shownBy.length === 0) return undefined
  const victims = new Set(shownBy.flatMap(({ check }) => hurtBySign(finding, check)))
  const hurts = finding.hurts.filter((victim) => victims.has(victim))
  const conditions = new Map(hurts.flatMap((victim) => conditionFor(finding, victim)))
  return { finding, shownBy, hurts, ...(conditions.size > 0 ? { conditions } : {}) }
}

function conditionFor({ whenFor }: Finding, victim: Victim): readonly [Victim, string][] {
  const condition = whenFor?.[victim]
  return condition === undefined ? [] : [[victim, condition]]
}

/** Whom the finding hurts when this sign of it is red. */
export function hurtBySign({ hurts, hurtsBy = {} }: Finding, sign: string): readonly Victim[] {
  return hurtsBy[sign] ?? hurts
}
