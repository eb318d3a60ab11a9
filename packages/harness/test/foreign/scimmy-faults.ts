// What SCIMMY 1.3.5 with the plainest store does wrong, as its source says it, and by what a run shows it. Which runs fail for which of
// these stands in scimmy-fails.ts; a run that fails otherwise is a mistake of ours, or news.
import type { ScenarioResult } from '../../src/report/result.ts'

export interface Fault {
  /** Where it is to be read, and why it is one. */
  readonly because: string
  /** Whether a run shows it. */
  readonly isIn: (result: ScenarioResult) => boolean
}

const refused =
  (sign: RegExp) =>
  ({ refusals }: ScenarioResult): boolean =>
    refusals.some((line) => sign.test(line))

/** By the id of the finding that names it, where there is one. */
export const SCIMMY_FAULTS = {
  'string-booleans-refused': {
    because: 'lib/types.js, coerce: a boolean has to be one; Entra ID without the suffix sends "True" and "False"',
    isIn: refused(/Attribute 'active' expected value type 'boolean' but found type 'string'/),
  },
  'manager-text-refused': {
    because: "lib/types.js: a complex value has to be an object; Entra ID gives the manager's id as a text",
    isIn: refused(/Complex attribute 'manager' expected complex value but found type 'string'/),
  },
  'filtered-add-refused': {
    because: 'lib/messages.js, add: noTarget where no element fits yet; RFC 7644 §3.5.2.1 has it added',
    isIn: refused(/noTarget, Filter '.*' does not match any values for 'add' op/),
  },
  'put-requires-all': {
    because:
      'lib/types.js, coerce: null for a multi-valued attribute is no collection; RFC 7643 §2.5 has it unassigned',
    isIn: refused(/Attribute 'emails' expected to be a collection/),
  },
  'case-sensitive-user-name': {
    because:
      'lib/types.js, match: eq compares with ===, whatever caseExact says; the store then refuses a second account',
    isIn: refused(/POST \S+\/Users: 409 uniqueness/),
  },
  'duplicate-members': {
    because: 'lib/messages.js, add: pushes onto the collection what is in it already',
    isIn: hasDuplicateMembers,
  },
  'broken-filter-taken': {
    because:
      'lib/types.js, Filter: "title eq", without a value, is taken for an expression; RFC 7644 §3.4.2.2 has invalidFilter',
    isIn: takesBrokenFilters,
  },
  'types-of-roles-refused': {
    because:
      'lib/schemas.js: no type of a role is canonical, and lib/types.js refuses what is not; RFC 7643 §7 calls them suggestions',
    isIn: refused(/Attribute 'type' contains .* value from complex attribute 'roles'/),
  },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultId = keyof typeof SCIMMY_FAULTS

function takesBrokenFilters(result: ScenarioResult): boolean {
  const wrong = differencesIn(result)
  return (
    wrong.some(({ attribute, actual }) => attribute === 'status' && actual === '200') &&
    wrong.some(({ attribute, expected }) => attribute === 'body.scimType' && expected === '"invalidFilter"')
  )
}

function differencesIn({ steps, expectations }: ScenarioResult) {
  const asked = [...steps.flatMap((step) => step.expectations), ...expectations]
  return asked.flatMap(({ failures }) => failures.flatMap((failure) => failure.differences))
}

function hasDuplicateMembers(result: ScenarioResult): boolean {
  const differences = differencesIn(result)
  return differences.some(({ attribute, actual }) => /^members(\[|$)/.test(attribute) && hasTwice(actual))
}

/** Members are shown sorted: whoever is there twice stands beside themselves. */
function hasTwice(shown: string): boolean {
  return /("[^"]+"),\1/.test(shown)
}
