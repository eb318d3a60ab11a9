import { expect, test } from 'vitest'
import { countsText, type Finding, findingsOf, findingText, triedText } from './mapping-findings.ts'

const ROW = { target: 'title', outcome: 'value', values: ['Boss'], reason: null, isDefault: false } as const

test.each([
  [ROW, 'Boss'],
  [{ ...ROW, values: ['a', 'b'] }, 'a, b'],
  [{ ...ROW, isDefault: true }, 'Boss (default)'],
  [{ ...ROW, outcome: 'skip', values: [], reason: 'null' } as const, '(null: not sent)'],
  [
    { ...ROW, outcome: 'skip', values: [], reason: 'only during object creation' } as const,
    '(not sent: only during object creation)',
  ],
  [{ ...ROW, outcome: 'error', values: [], reason: 'Too long.' } as const, '(error: Too long.)'],
  [{ ...ROW, outcome: 'reference', values: ['ana@contoso.example'] } as const, 'ana@contoso.example'],
  [undefined, ''],
])('%o is told as %s', (row, text) => {
  expect(triedText(row)).toBe(text)
})

const FINDING: Finding = {
  severity: 'error',
  ...{ target: 'title', rule: 'r', message: 'Wrong.', why: 'w', source: 's', suggestion: 'x' },
  ...{ offset: 3, line: 1, column: 4 },
}

test('a finding is told with its place, under its row or above all rows', () => {
  expect(findingText(FINDING)).toBe('Line 1, column 4: Wrong.')
  expect(findingText({ ...FINDING, line: null, column: null })).toBe('Wrong.')
  const whole = { ...FINDING, target: null }
  expect(findingsOf([FINDING, whole], 'title')).toEqual([FINDING])
  expect(findingsOf([FINDING, whole], null)).toEqual([whole])
})

test('findings are counted by how bad they are', () => {
  const severities = ['info', 'error', 'error', 'warning'] as const
  expect(countsText(severities.map((severity) => ({ severity })))).toBe('2 errors, 1 warning, 1 remark')
  expect(countsText([])).toBe('')
})
