import { FINDINGS, type Victim } from '@scimulator/findings'
import type { Failure } from '@scimulator/harness/expect'
import { testEndpoint } from '../api/test-endpoint.ts'
import type { Expectation } from './expectation.ts'
import type { Explanation } from './failure-text.ts'

export interface Endpoint {
  readonly url: string
  readonly token?: string
}

/** What a failure is about, in the words of findings. */
interface Trouble {
  readonly sender: Victim
  readonly attributes: ReadonlySet<string>
}

/**
 * What explains a failure at an endpoint: findings about the attributes that differ, and of these only such as the endpoint shows when
 * it is asked on the spot. Whatever goes wrong in asking, nothing is said rather than something that may be false.
 */
export async function explain(
  endpoint: Endpoint,
  sender: Victim,
  failures: readonly Failure[],
  { where = {} }: Expectation,
): Promise<readonly Explanation[]> {
  // Where there are too many or too few, what they were chosen by is what may be wrong.
  const chosenBy = failures.some(({ differences }) => differences.length === 0) ? Object.keys(where) : []
  const trouble = { sender, attributes: new Set([...failures.flatMap(attributesOf), ...chosenBy]) }
  const candidates = FINDINGS.filter((finding) => finding.hurts.includes(sender) && isAbout(finding, trouble))
  if (candidates.length === 0) return []
  try {
    const { findings } = await testEndpoint({ ...endpoint, only: [sender], settle: [] })
    const shown = new Set(findings.map(({ id }) => id))
    return candidates.filter(({ id }) => shown.has(id)).map(({ id, title, fix }) => ({ id, title, fix }))
  } catch {
    return []
  }
}

/** `emails[0].value` is about `emails`; somebody who is missing, or too many, about `exists`. */
function attributesOf({ differences }: Failure): readonly string[] {
  if (differences.length === 0) return ['exists']
  return differences.map(({ attribute }) => attribute.split(/[.[]/)[0] ?? attribute)
}

function isAbout({ explains }: (typeof FINDINGS)[number], { sender, attributes }: Trouble): boolean {
  const [expected, actual] = ['', '']
  return [...attributes].some((attribute) =>
    explains?.({ sender, act: '', subject: '', kind: kindOf(attribute), attribute, expected, actual }),
  )
}

function kindOf(attribute: string): 'user' | 'group' {
  return attribute === 'members' ? 'group' : 'user'
}
