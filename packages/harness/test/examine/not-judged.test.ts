// What stands in the way of an act is told beside it, and nobody is blamed for what came of nothing.
import { expect, test } from 'vitest'
import { testReceiver } from './subject.ts'
import { JSON_TYPE, testWrapped, type Variant } from './wrapped.ts'

const LIMITED = { status: 429, headers: { 'retry-after': '1' }, body: '' }

/** Every second answer from a moment on that lies behind the questions about the whole collection. */
const limited: Variant = (next) => {
  let count = 0
  return (request) => {
    count += 1
    return count > 60 && count % 2 === 0 ? Promise.resolve(LIMITED) : next(request)
  }
}

const refusesGroups: Variant = (next) => (request) => {
  const isCreate = request.method === 'POST' && /\/Groups$/.test(request.target)
  const body = '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","detail":"No."}'
  return isCreate ? Promise.resolve({ status: 400, headers: JSON_TYPE, body }) : next(request)
}

test('acts about a group that was refused are not judged because of that', async () => {
  const { notJudged, unexplained } = await testWrapped(refusesGroups)
  const because = 'groups-refused'
  expect(notJudged).toEqual(
    expect.arrayContaining([
      { question: 'entra: joins-group', because },
      { question: 'entraLegacy: group-renamed', because },
    ]),
  )
  // What did not need the group was looked at.
  expect(notJudged.map(({ question }) => question)).not.toContain('entra: promoted')
  expect(unexplained).toEqual([])
})

test('where nobody can be created, nothing of a life is judged', async () => {
  const { notJudged, verdicts } = await testReceiver(['filter-answers-404'])
  const acts = notJudged.filter(({ question }) => question.startsWith('entra: '))
  expect(acts.length).toBeGreaterThan(20)
  expect(verdicts.entra.verdict).toBe('breaks')
})

test('every second answer is 429: nothing is blamed, and the verdicts are unknown', async () => {
  const { findings, unexplained, notJudged, verdicts } = await testWrapped(limited)
  expect({ findings, unexplained }).toEqual({ findings: [], unexplained: [] })
  expect(new Set(notJudged.map(({ because }) => because))).toEqual(new Set(['rate-limited']))
  expect(notJudged.map(({ question }) => question)).toEqual(
    expect.arrayContaining(['entra: disabled', 'entraLegacy: disabled', 'jumpcloud: promoted']),
  )
  const { rfc: _rfc, ...providers } = verdicts
  expect(Object.values(providers).map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
})
