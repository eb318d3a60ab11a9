// Which differences count, which two are the same one, and whom they hurt.
import { type CheckResult, type Difference, type Victim, victimOf } from '@scimulator/findings'
import type { Exchange } from '@scimulator/shared/provisioning'
import { AS_BEFORE, type Judgement } from './judge.ts'

/** What must happen again to be the same. */
export function placeOf({ sender, act, subject, attribute }: Difference): string {
  return JSON.stringify([sender, act, subject, attribute])
}

/** Whether the endpoint keeps what differs at all, and must take what was sent; a question has found that out meanwhile. */
export function isAsked({ attribute, exchange }: Difference, checks: ReadonlyMap<string, CheckResult>): boolean {
  if (attribute === 'manager' && checks.get('manager/right-person')?.state === 'not-asked') return false
  return !isByManagerFilter(exchange) || checks.get('manager/removed')?.state !== 'held'
}

/** A form of which only one receiver reports, and which RFC 7644 does not have: it decides nothing alone. */
function isByManagerFilter(exchange: Exchange | undefined): boolean {
  return /manager\[value eq/.test(exchange?.request.body ?? '')
}

/** What nothing explains breaks whose life it happened in; a check that nobody owns is about SCIM itself, unless others may have done it. */
export function hurtBy(victim: Victim, { unexplained }: Judgement): readonly string[] {
  return unexplained.flatMap(({ id, differences, result }) => {
    if (result?.check === AS_BEFORE) return []
    const hurt = differences.map(({ sender }) => victimOf(sender))
    return (hurt.length === 0 ? victim === 'rfc' : hurt.includes(victim)) ? [id] : []
  })
}
