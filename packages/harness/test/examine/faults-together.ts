// What a test says of an endpoint with several faults: which it names, which another one may hide, and whom it blames.
import { FINDINGS } from '@scimulator/findings'
import { DEVIATIONS, type DeviationName } from '@scimulator/receiver'
import type { TestResult } from '../../src/examine/index.ts'
import { MASKS } from './masks.ts'
import { ids, testReceiver } from './subject.ts'

/**
 * Where the second is on, the first does nothing: whoever is deleted is still there, and so are the members of a deleted group; who is found
 * by a part of a name is found in any case; an active that is not stored is not shown either; whoever is let in has no wrong token; and a
 * conflict that is not answered 409 has no scimType to miss.
 */
const UNDONE: readonly (readonly [DeviationName, by: DeviationName])[] = [
  ['group-delete-removes-people', 'deleted-still-there'],
  ['case-sensitive-user-name', 'filter-matches-part'],
  // Whoever is asked for in other letters is looked up by the id of the first name.
  ['case-sensitive-user-name', 'look-up-keeps-old-name'],
  ['active-not-shown', 'no-soft-delete'],
  ['wrong-token-not-401', 'token-not-checked'],
  ['conflict-without-scim-type', 'conflict-not-409'],
  ['concurrent-conflict-500', 'conflict-not-409'],
  // The externalId of whoever is deleted is read from an answer.
  ['deleted-external-id-taken', 'external-id-not-echoed'],
  // An active that is dropped arrives nowhere: neither as text, nor as what deletes.
  ['string-booleans-refused', 'no-soft-delete'],
  ['disable-deletes', 'no-soft-delete'],
  // Whoever drops active and refuses what changes nothing refuses every disable.
  ['no-soft-delete', 'unchanged-refused'],
  // An active that is neither stored nor shown is told by filters only, and a 404 may also say that active cannot be asked for.
  ['no-soft-delete', 'filter-answers-404'],
]

/**
 * What two make of one another: a name that changes only together with the address never changes where the address does not, or where one
 * operation of two is done, and a disable that shows nothing, or that is dropped, is one that changes nothing.
 */
const TOGETHER: readonly (readonly [readonly DeviationName[], names: readonly string[]])[] = [
  [
    ['rename-needs-email', 'only-one-operation'],
    ['user-name-fixed', 'email-change-ignored'],
  ],
  [['rename-needs-email', 'filtered-replace-not-done'], ['user-name-fixed']],
  [
    ['unchanged-refused', 'no-soft-delete'],
    ['disable-refused', 'active-not-shown'],
  ],
  [['unchanged-refused', 'active-not-shown'], ['disable-refused']],
]

/** An endpoint that cannot be met has one finding, whatever else is wrong with it. */
export const MET = DEVIATIONS.map(({ name }) => name).filter(
  (name) => !signsOf(name).some((sign) => sign.startsWith('meet/')),
)

export interface ToldTogether {
  /** Of the set, and of those that do something at all. */
  readonly untold: readonly DeviationName[]
  /** Untold, and not because of another one of the set. */
  readonly hidden: readonly DeviationName[]
  /** Findings that are neither of the set nor follow from it. */
  readonly blamed: readonly string[]
}

export async function toldTogether(set: readonly DeviationName[]): Promise<ToldTogether> {
  const result = await testReceiver(set, { endsInSlash: set.includes('double-slash-refused') })
  const named = ids(result)
  const untold = set.filter((name) => !named.includes(name) && !isUndone(name, set))
  const both = TOGETHER.flatMap(([pair, names]) => (pair.every((one) => set.includes(one)) ? names : []))
  const known = [...set, ...set.flatMap(consequencesOf), ...both]
  return {
    untold,
    hidden: untold.filter((name) => !isMasked(name, set, result)),
    blamed: named.filter((id) => !known.includes(id)),
  }
}

function isUndone(name: DeviationName, set: readonly DeviationName[]): boolean {
  return UNDONE.some(([one, by]) => one === name && set.includes(by))
}

function signsOf(name: string): readonly string[] {
  return FINDINGS.find(({ id }) => id === name)?.signs ?? []
}

function consequencesOf(name: string): readonly string[] {
  return DEVIATIONS.find((one) => one.name === name)?.consequences ?? []
}

/** A sign of it is not judged because of another deviation of the set, or of what follows from that, as the table allows. */
function isMasked(name: DeviationName, set: readonly DeviationName[], { notJudged }: TestResult): boolean {
  const signs = signsOf(name)
  const others = set.filter((one) => one !== name)
  const reasons = [...others, ...others.flatMap(consequencesOf)]
  const allowed = MASKS.filter(([by]) => others.some((one) => one === by))
  return notJudged.some(
    ({ question, because }) =>
      signs.includes(question) && reasons.includes(because) && allowed.some(([, checks]) => checks.test(question)),
  )
}
