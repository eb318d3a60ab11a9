// Whatever a test comes to, its JSON is what the published schema promises to those who read it with other tools.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { realTime } from '@scimulator/shared/runtime'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { type TestResult, testEndpoint } from '../../src/examine/index.ts'
import { describeTarget } from '../../src/target/index.ts'
import { testReceiver } from './subject.ts'
import { answering, testWrapped } from './wrapped.ts'

const PUBLISHED = join(import.meta.dirname, '../../../../docs/reference/test-result.schema.json')

const fits = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(PUBLISHED, 'utf8')))

/** What is wrong with it, once it is text. */
function misfits(result: object): unknown {
  return fits(JSON.parse(JSON.stringify(result))) ? [] : fits.errors
}

async function testNobody(): Promise<TestResult> {
  const description = describeTarget({ flags: { target: 'http://127.0.0.1:1/scim/v2' }, env: {} })
  if (!description) throw new Error('the target has no description')
  return testEndpoint({ description, env: {}, time: { ...realTime, sleep: async () => {} } })
}

/** Whoever is promoted stays what they were; no question asks for that title. */
const nobodyIsPromoted = answering((text) => text.replaceAll('Head of Engineering', 'Engineer'))

const finds = (...ids: string[]) => ({ findings: ids.map((id) => expect.objectContaining({ id })) })

test.each<[string, () => Promise<TestResult>, object]>([
  [
    'faults, what is not judged, and what is left behind',
    () => testReceiver(['string-false-is-true', 'delete-not-supported', 'put-not-supported']),
    {
      leftBehind: expect.arrayContaining([expect.any(String)]),
      notJudged: expect.arrayContaining([expect.anything()]),
    },
  ],
  [
    'restrictions, everything recorded',
    () => testReceiver([], { profile: 'lark', record: 'all' }),
    { findings: expect.arrayContaining([expect.anything()]) },
  ],
  [
    'what nothing explains',
    () => testWrapped(nobodyIsPromoted),
    { unexplained: expect.arrayContaining([expect.anything()]) },
  ],
  [
    'one finding that is there',
    () => testReceiver(['string-false-is-true'], { finding: 'string-false-is-true' }),
    finds('string-false-is-true'),
  ],
  ['one finding that is not', () => testReceiver([], { finding: 'string-false-is-true' }), finds()],
  ['nobody there', testNobody, finds('unreachable')],
])('%s', async (_name, ask, shape) => {
  const result = await ask()
  expect(result).toMatchObject(shape)
  expect(misfits(result)).toEqual([])
})

test('a member more, a member less and another word do not fit', async () => {
  const result = await testReceiver([], { finding: 'string-false-is-true' })
  const { requests: _, ...less } = result
  const otherWord = { ...result.verdicts, rfc: { verdict: 'perhaps', because: [], except: [] } }
  for (const wrong of [{ ...result, more: 1 }, less, { ...result, verdicts: otherWord }]) {
    expect(misfits(wrong)).not.toEqual([])
  }
})
