// What holds for every suite: its data, and what it says of a right endpoint.
import { describe, expect, test } from 'vitest'
import { SUITES, SuiteResult } from '../../src/suites/index.ts'
import { askReceiver, TOKEN } from './suite-subject.ts'

describe.each(SUITES.map((suite) => [suite.name, suite] as const))('suite %s', (name, { sections }) => {
  test('every row is decided by one question, or says why nobody can', () => {
    for (const { id, rows, questions, engines = [], access } of sections) {
      const asked = [...questions, ...engines, ...(access ? [access] : [])]
      const decided = asked.flatMap(({ decides }) => decides)
      const open = rows.filter(({ undecidable }) => undecidable === undefined).map((row) => row.id)
      expect({ id, decided: [...decided].sort() }).toEqual({ id, decided: [...open].sort() })
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    }
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
  })

  test('a right endpoint fails nothing, and every pass has an exchange', async () => {
    const result = await askReceiver([name])
    expect(SuiteResult.parse(result)).toEqual(result)
    expect(result.suites[0]?.rows.filter(({ outcome }) => outcome === 'fail')).toEqual([])
    const passed = result.suites[0]?.rows.filter(({ outcome }) => outcome === 'pass') ?? []
    expect(passed.filter(({ exchange }) => exchange?.response === undefined)).toEqual([])
    const notApplicable = result.suites[0]?.rows.filter(({ outcome }) => outcome === 'not-applicable') ?? []
    expect(notApplicable.filter(({ exchange }) => exchange === undefined)).toEqual([])
    expect({ left: result.leftBehind, passed: passed.length > 0 }).toEqual({ left: [], passed: true })
  })

  test('nothing shows the token', async () => {
    expect(JSON.stringify(await askReceiver([name]))).not.toContain(TOKEN)
  })
})
