// Whatever a run and a suite come to, their JSON is what the published schemas promise to those who read it with other tools.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { summarise } from '../src/report/result.ts'
import { runText } from './run-text.ts'
import { answering } from './suites/changed-answers.ts'
import { askReceiver } from './suites/suite-subject.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })

/** What is wrong with a value, once it is text. */
function misfits(schema: string): (value: unknown) => unknown {
  const path = join(import.meta.dirname, '../../../docs/reference', `${schema}.schema.json`)
  const fits = ajv.compile(JSON.parse(readFileSync(path, 'utf8')))
  return (value) => (fits(JSON.parse(JSON.stringify(value))) ? [] : fits.errors)
}

const ofRun = misfits('run-result')
const ofRecording = misfits('recording')
const ofSuites = misfits('suite-result')

const MEMBER = 'steps:\n  - lark.add-member: { name: Ana, email: ana@c.test }\n'

describe('a run', () => {
  test.each<[string, string, string]>([
    ['passed', MEMBER, '{ view: lark.members, exactly: [ana@c.test] }'],
    ['failed', MEMBER, '{ view: lark.members, exactly: { bo@c.test: { name: Bo } } }'],
    ['unproven', MEMBER, ''],
  ])('that is %s', async (outcome, steps, expected) => {
    const { result } = await runText(`${steps}${expected === '' ? '' : `expect:\n  - ${expected}\n`}`, {
      record: 'all',
    })
    expect(result.outcome).toBe(outcome)
    expect(ofRun(summarise([result], 'receiver', 5))).toEqual([])
    expect(result.recording).toBeDefined()
    expect(ofRecording(result.recording)).toEqual([])
  })

  test('with a member that no schema knows is noticed', async () => {
    const { result } = await runText(MEMBER, { record: 'all' })
    expect(ofRecording({ ...result.recording, version: 2 })).not.toEqual([])
    expect(ofRun({ ...summarise([result], 'receiver', 5), outcome: 'splendid' })).not.toEqual([])
  })
})

describe('suites', () => {
  test.each<[string, () => ReturnType<typeof askReceiver>]>([
    ['that pass, all three', () => askReceiver(['entra-gallery', 'okta', 'rfc'])],
    ['that fail', () => askReceiver(['okta'], { deviations: ['conflict-answers-500'] })],
    [
      'that could not look',
      () => askReceiver(['okta'], { changed: answering((answer) => ({ ...answer, status: 503 })) }),
    ],
  ])('%s', async (_what, ask) => {
    expect(ofSuites(await ask())).toEqual([])
  })

  test('with an outcome that no schema knows are noticed', async () => {
    const result = await askReceiver(['okta'])
    const [suite] = result.suites
    const rows = suite?.rows.map((row) => ({ ...row, outcome: 'splendid' }))
    expect(ofSuites({ ...result, suites: [{ ...suite, rows }] })).not.toEqual([])
  })
})
