// What is seen while an examination is still asking. The verdict comes last, and only it traces each fault to its cause; a person waiting at
// a terminal hears of a fault when it is seen.
import { type CheckResult, FINDINGS, type Finding, type Victim } from '@scimulator/findings'
import { judge } from './judge.ts'

/** A finding, as far as it is known before the verdict. */
export interface FirstSight {
  readonly id: string
  readonly title: string
  /** `doubted`: something is not as it must be yet, and is read again before the endpoint is blamed. `seen`: it stood. */
  readonly certainty: 'doubted' | 'seen'
}

export interface FirstSights {
  /** A check does not hold at the first reads; `checks` are those of the question that asks, and of all before. */
  doubt(check: string, checks: Checks): void
  /** What the checks show by now. */
  look(checks: Checks): void
}

type Checks = ReadonlyMap<string, CheckResult>

/** Each finding is told once as doubted, unless it was seen before, and once as seen. */
export function createFirstSights(tell: (sight: FirstSight) => void, only: readonly Victim[]): FirstSights {
  const said = new Set<string>()
  const say = ({ id, title }: Finding, certainty: FirstSight['certainty']): void => {
    if (said.has(`${id} seen`) || said.has(`${id} ${certainty}`)) return
    said.add(`${id} ${certainty}`)
    tell({ id, title, certainty })
  }
  return {
    doubt(check, checks) {
      const [finding, ...others] = FINDINGS.filter(({ signs }) => signs.includes(check))
      if (!finding || others.length > 0 || !hurts(finding.hurts, only)) return
      const isControlled = isHeld(checks, CONTROL) || check.startsWith('list/')
      if (isControlled && !followsFromRed(finding, check, checks)) say(finding, 'doubted')
    },
    look(checks) {
      const { sightings } = judge(FINDINGS, { checks, differences: [] })
      for (const { finding, hurts: whom } of sightings) if (hurts(whom, only)) say(finding, 'seen')
    },
  }
}

/** Where no created user can be read, that something is not there says nothing; how a list is paged does. */
const CONTROL = 'create/readable'

function hurts(whom: readonly Victim[], only: readonly Victim[]): boolean {
  return whom.some((victim) => only.includes(victim))
}

/** Whether something that was seen would turn the check red as well. */
function followsFromRed(own: Finding, check: string, checks: Checks): boolean {
  const causes = FINDINGS.filter(({ id, consequences }) => id !== own.id && consequences?.includes(check))
  return causes.some(({ signs }) => signs.some((sign) => checks.get(sign)?.state === 'red'))
}

function isHeld(checks: Checks, check: string): boolean {
  return checks.get(check)?.state === 'held'
}
