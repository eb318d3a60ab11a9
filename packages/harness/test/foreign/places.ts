// Where a run has failed, in the words in which deviations declare what is seen of them.
import type { ScenarioResult } from '../../src/report/result.ts'

/** `directory.users.active` for an attribute, `directory.users` for who is there, `jumpcloud.activate` for a verb. */
export function placesOf({ steps, expectations }: ScenarioResult): ReadonlySet<string> {
  const asked = [...steps.flatMap((step) => step.expectations), ...expectations]
  const broken = steps.filter(({ kind, outcome }) => kind === 'verb' && outcome === 'failed')
  return new Set([...broken.map(({ verb }) => verb), ...asked.flatMap(placesOfExpectation)])
}

function placesOfExpectation({ view = 'transcript', failures }: ScenarioResult['expectations'][number]): string[] {
  return failures.flatMap(({ differences }) =>
    differences.length === 0 ? [view] : differences.map(({ attribute }) => `${view}.${topLevel(attribute)}`),
  )
}

/** `emails[0].value` is about emails, and an attribute of the enterprise extension is told by its own name. */
function topLevel(attribute: string): string {
  return attribute.replace(/^urn:.*:(User|Group)\./i, '').replace(/[.[].*$/s, '')
}
