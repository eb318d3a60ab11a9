import { expect, test } from 'vitest'
import { runText } from './run-text.ts'

const CONNECTED = `
steps:
  - receiver.add-source: { kind: Entra ID }
    save: source
    note: Step 1
  - idp.configure: { url: '\${source.url}', token: '\${source.token}' }
  - idp.load-company:
      company:
        { name: C, domain: c.test, people: [{ key: ana, displayName: Ana, email: ana@c.test },
          { key: bo, displayName: Bo, email: bo@c.test }] }
`

const EXPECTED = `
expect:
  - view: lark.members
    proves: [A10]
    exactly: { ana@c.test: { name: Ana } }
  - view: directory.users
    include: { ana@c.test: { displayName: Ana } }
  - view: traffic
    sequence: [{ sender: idp, method: POST, path: /Users, status: 201, body: { userName: ana@c.test } }]
`

test('runs steps and expectations, and says what they prove', async () => {
  const { result } = await runText(`${CONNECTED}  - idp.push-user: { user: ana@c.test }${EXPECTED}`)
  expect(result.outcome).toBe('passed')
  expect(result.proves).toEqual([{ id: 'A10', outcome: 'passed' }])
  expect(result.requests).toBe(1)
  expect(result.steps[0]).toMatchObject({ note: 'Step 1', outcome: 'passed', line: 5 })
})

test('a wrong attribute is reported with the line, the person, the attribute, both values', async () => {
  const { result } = await runText(`${CONNECTED}  - lark.add-member: { email: ana@c.test, name: Anna }${EXPECTED}`)
  expect(result.outcome).toBe('failed')
  expect(result.expectations[0]).toMatchObject({
    outcome: 'failed',
    failures: [
      {
        item: 'ana@c.test',
        line: 17,
        differences: [{ attribute: 'name', expected: '"Ana"', actual: '"Anna"' }],
      },
    ],
  })
})

test('time moves with advance only', async () => {
  const text = `given: { idp: { delayMs: 60000 } }${CONNECTED}  - idp.push-user: { user: ana@c.test }
  - expect: { view: traffic, count: 0 }
  - advance: 1m
  - expect: { view: traffic, count: 1 }
  - idp.push-user: { user: bo@c.test }
  - advance: { toNext: true }
  - expect: { view: traffic, query: { lastSteps: 1 }, count: 1 }
`
  expect((await runText(text)).result.outcome).toBe('passed')
})

test('given takes values from the matrix', async () => {
  const text = `matrix: { delay: [60000] }
given: { idp: { delayMs: '\${matrix.delay}' } }${CONNECTED}  - idp.push-user: { user: ana@c.test }
  - expect: { view: traffic, count: 0 }
  - advance: 1m
  - expect: { view: traffic, count: 1 }
`
  expect((await runText(text)).result.outcome).toBe('passed')
})

test('a step that cannot be carried out ends the run; the rest is skipped', async () => {
  const { result } = await runText(`${CONNECTED}  - idp.push-user: { user: nobody }\n  - advance: 1m${EXPECTED}`)
  expect(result.outcome).toBe('failed')
  expect(result.steps.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'failed', 'skipped'])
  expect(result.steps[3]?.message).toBe('push-user: there is nobody called "nobody".')
  expect(result.expectations.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped'])
})

test.each([
  ['the expected message passes', 'nobody called', 'passed', 'fails as expected'],
  ['another message is shown', 'no permission', 'failed', 'It said: push-user: there is nobody called "x"'],
])('a step that must fail: %s', async (_, message, outcome, text) => {
  const { result } = await runText(`steps:\n  - idp.push-user: { user: x }\n    fails: { message: '${message}' }\n`)
  expect(result.outcome).toBe(outcome)
  expect(result.steps[0]?.message).toContain(text)
})

test('a step that must fail and does not is a failure', async () => {
  const { result } = await runText('steps:\n  - advance: 1m\n    fails: { message: never }\n')
  expect(result.outcome).toBe('failed')
})

test('a bug of a program is an error, not a failed expectation', async () => {
  const { result } = await runText('steps:\n  - idp.crash: {}\n')
  expect(result.outcome).toBe('error')
  expect(result.steps[0]?.message).toContain('a bug of ours')
})

test('a file that expects nothing is no pass', async () => {
  expect((await runText('steps:\n  - advance: 1m\n')).result.outcome).toBe('unproven')
})

test('faults strike on the wire and are lifted', async () => {
  const text = `${CONNECTED}  - fault: { on: { method: POST, path: /Users }, effect: { kind: answer, status: 500 } }
  - idp.push-user: { user: ana@c.test }
  - expect: { view: lark.members, count: 0 }
  - lift-faults: {}
  - idp.push-user: { user: bo@c.test }
  - expect: { view: lark.members, exactly: [bo@c.test] }
  - expect: { view: traffic, sequence: [{ status: 500 }, { status: 201 }] }
`
  expect((await runText(text)).result.outcome).toBe('passed')
})

test('two members with one identity break an invariant, unless the file says why not', async () => {
  const twins = 'steps:\n  - lark.add-member: { email: a@c.test }\n  - lark.add-member: { email: a@c.test }\n'
  const expected = 'expect:\n  - { view: lark.members, count: 2 }\n'
  const { result } = await runText(`${twins}${expected}`)
  expect(result.outcome).toBe('failed')
  expect(result.steps[1]?.message).toContain('no two members share an identity')
  expect((await runText(`invariants: off because of twins\n${twins}${expected}`)).result.outcome).toBe('passed')
})

test('one seed gives one transcript, another seed gives other ids', async () => {
  const text = `${CONNECTED}  - idp.push-user: { user: ana@c.test }\n  - idp.push-user: { user: bo@c.test }${EXPECTED}`
  const [one, again, other] = await Promise.all([runText(text), runText(text), runText(text, { seed: 8 })])
  expect(again.transcript()).toBe(one.transcript())
  expect(again.exchanges).toEqual(one.exchanges)
  expect(other.exchanges[0]?.response?.body).not.toBe(one.exchanges[0]?.response?.body)
  expect(one.transcript()).toContain('{receiver}/scim/v2/Users/{User:1}')
})

test('a token never reaches the result, the transcript or the exchanges', async () => {
  const wrong = EXPECTED.replace('name: Ana', 'token: x')
  const outcome = await runText(`${CONNECTED}  - idp.push-user: { user: ana@c.test }${wrong}`)
  const text = JSON.stringify([outcome, outcome.transcript(), outcome.readings()])
  expect(outcome.result.outcome).toBe('failed')
  expect(text).toContain('[redacted]')
  const { createSeededIds } = await import('@scimulator/shared/runtime')
  expect(text).not.toContain(createSeededIds(1, 'lark').token('token'))
})

test('an expectation on a log that has dropped entries fails rather than passes', async () => {
  const { result } = await runText('steps:\n  - expect: { view: idp.log, absent: ["1"] }\n')
  expect(result.outcome).toBe('failed')
  const [failure] = result.steps[0]?.expectations[0]?.failures ?? []
  expect(failure?.message).toContain('idp.log no longer holds its 3 oldest entries')
})

test('a bug of a view is an error that says where, and the results so far are kept', async () => {
  const { result } = await runText('steps:\n  - advance: 1m\n  - expect: { view: idp.broken, count: 0 }\n')
  expect(result.outcome).toBe('error')
  expect(result.message).toContain('a bug of the view')
  expect(result.steps).toHaveLength(1)
})

test('an interrupted run skips what is left, and says why', async () => {
  const interrupted = new AbortController()
  const onStep = () => interrupted.abort()
  const options = { signal: interrupted.signal, onStep }
  const { result } = await runText(
    'steps:\n  - advance: 1m\n  - advance: 1m\nexpect:\n  - { view: traffic, count: 0 }',
    options,
  )
  expect(result.steps.map(({ outcome }) => outcome)).toEqual(['passed', 'skipped'])
  expect(result.expectations[0]).toMatchObject({ outcome: 'skipped', skip: { code: 'interrupted' } })
  expect(result.outcome).toBe('skipped')
})
