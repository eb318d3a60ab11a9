// A service provider that nobody here wrote: its real faults are named, and nothing stays unexplained.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestResult, testEndpoint } from '../../src/examine/index.ts'
import { describeTarget } from '../../src/target/index.ts'
import { type ScimmyTarget, startScimmyTarget } from '../scimmy-target.ts'
import { ids } from './subject.ts'

let target: ScimmyTarget
let result: TestResult

beforeAll(async () => {
  target = await startScimmyTarget()
  const env = { TOKEN: target.token }
  const description = describeTarget({ flags: { target: target.url, tokenEnv: 'TOKEN' }, env })
  if (!description) throw new Error('the target has no description')
  result = await testEndpoint({ description, env, settle: [20] })
})

afterAll(() => target.close())

/** Of SCIMMY 1.3.5, as its source says it (test/foreign/scimmy-faults.ts has those that a run shows). */
const REAL_FAULTS = [
  'string-booleans-refused',
  'filtered-add-refused',
  'put-requires-all',
  'case-sensitive-user-name',
  'case-sensitive-group-name',
  'duplicate-members',
  'manager-text-refused',
  // lib/types.js, Resource: startIndex and count of a query are texts, and Number.isInteger of a text is false.
  'count-ignored',
  // lib/messages.js, ListResponse: itemsPerPage is 20 unless a count came, which it never does.
  'wrong-items-per-page',
  // lib/messages.js, PatchOp: nothing looks at primary; that it may be true once stands in descriptions only.
  'two-primaries',
]

test('its real faults are named, and nothing else', () => {
  expect([...ids(result)].sort()).toEqual([...REAL_FAULTS].sort())
  expect(result.unexplained).toEqual([])
})

test('each verdict says why', () => {
  const { entra, entraLegacy, jumpcloud } = result.verdicts
  expect(entra.because).toContain('filtered-add-refused')
  expect(entraLegacy.because).toContain('string-booleans-refused')
  expect(jumpcloud.because).toContain('put-requires-all')
})

test('nothing of it is left behind', () => {
  const left = [...target.users.values(), ...target.groups.values()].map((one) => one.userName ?? one.displayName)
  expect({ left, told: result.leftBehind }).toEqual({ left: [], told: [] })
})
