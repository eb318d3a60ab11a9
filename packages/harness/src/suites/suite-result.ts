// What the suites come to, in the form that is promised: `version: 1`. Its JSON Schema is published.
import { z } from 'zod'
import { ShownExchange } from '../examine/test-result.ts'
import { MODALS, SUITE_NAMES } from './suite.ts'

export const SUITE_RESULT_VERSION = 1

const OUTCOME = z.enum(['pass', 'fail', 'warning', 'not-applicable', 'not-decided'])
export type Outcome = z.infer<typeof OUTCOME>

export const ToldRow = z.strictObject({
  id: z.string().describe('Section and row, such as rfc7644-3.3/created'),
  section: z.string(),
  source: z.string().describe('Where it is published'),
  level: z.enum(['required', 'optional']).describe('An optional row that does not hold is a warning'),
  modal: z.enum(MODALS).optional(),
  says: z.string().describe('What must hold, in our own words'),
  outcome: OUTCOME,
  because: z.string().optional().describe('Why it is not applicable, or not decided'),
  detail: z.string().optional().describe('What was expected and what was there'),
  exchange: ShownExchange.optional().describe(
    'The request that shows it; where a row is not applicable, where that is said',
  ),
})
export type ToldRow = z.infer<typeof ToldRow>

export const ToldSuite = z.strictObject({
  name: z.enum(SUITE_NAMES),
  kit: z
    .strictObject({ name: z.string(), publisher: z.string(), version: z.string(), date: z.string(), url: z.string() })
    .describe('What was published, and as of when'),
  conclusion: z.string().describe('Whether the published checks pass here; no one else has looked'),
  counts: z.strictObject({
    pass: z.int(),
    fail: z.int(),
    warning: z.int(),
    notApplicable: z.int(),
    notDecided: z.int(),
  }),
  rows: z.array(ToldRow),
})
export type ToldSuite = z.infer<typeof ToldSuite>

export const SuiteResult = z.strictObject({
  version: z.literal(SUITE_RESULT_VERSION),
  target: z.string().describe('Base URL'),
  suites: z.array(ToldSuite),
  trouble: z
    .strictObject({ detail: z.string(), exchange: ShownExchange.optional() })
    .optional()
    .describe('Why the endpoint could not be looked at'),
  requests: z.int(),
  durationMs: z.int(),
  leftBehind: z.array(z.string()).describe('URLs of what could not be removed'),
})
export type SuiteResult = z.infer<typeof SuiteResult>

/** The published JSON Schema. */
export function suiteResultJsonSchema(): unknown {
  return z.toJSONSchema(SuiteResult)
}
