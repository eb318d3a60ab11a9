import { expect, test } from 'vitest'
import {
  canBeDeleted,
  type MappingRow,
  NEW_ROW,
  nextPrecedence,
  problemOfRow,
  rowInput,
  sourceText,
  withoutRow,
  withRow,
} from './mapping-rows.ts'

const row = (change: Partial<MappingRow>): MappingRow => ({ ...NEW_ROW, ...change })
const NAME = row({ target: 'userName', source: 'userPrincipalName', matchingPriority: 1 })
const TITLE = row({ target: 'title', source: 'jobTitle' })

test('a row is changed in its place, a new one comes last, and one can be taken away', () => {
  const changed = row({ target: 'title', source: 'department' })
  expect(withRow([NAME, TITLE], 'title', changed)).toEqual([NAME, changed])
  expect(withRow([TITLE, NAME], undefined, changed)).toEqual([TITLE, NAME, changed])
  expect(withoutRow([NAME, TITLE], 'title')).toEqual([NAME])
})

test('the last attribute that is matched by stays, as does what the target requires', () => {
  expect(canBeDeleted([NAME, TITLE], NAME, [])).toBe(false)
  const also = row({ target: 'externalId', matchingPriority: 2 })
  expect(canBeDeleted([NAME, also], NAME, [])).toBe(true)
  expect(canBeDeleted([NAME, also], NAME, ['userName'])).toBe(false)
  expect(canBeDeleted([NAME, TITLE], TITLE, ['userName'])).toBe(true)
  expect(nextPrecedence([NAME, TITLE])).toBe(2)
})

test.each([
  [row({ source: 'mail' }), 'Choose a target attribute.'],
  [row({ target: 'title', source: 'mail' }), 'title is mapped already.'],
  [row({ target: 'nickName' }), 'Say where the value comes from.'],
  [row({ target: 'nickName', type: 'Constant' }), undefined],
  [row({ target: 'nickName', type: 'None' }), undefined],
])('%o: %s', (one, problem) => {
  expect(problemOfRow(one, [TITLE])).toBe(problem)
})

test('a row is shown as the portal shows it, and handed over as the verb takes it', () => {
  expect(sourceText(row({ type: 'Constant', source: 'x' }))).toBe('"x"')
  expect(sourceText(row({ type: 'Expression', source: 'Trim([mail])' }))).toBe('Trim([mail])')
  expect(rowInput(row({ target: 'a', type: 'None', defaultValue: 'd' }))).toEqual({
    target: 'a',
    type: 'None',
    matchingPriority: 0,
    apply: 'Always',
    defaultValue: 'd',
  })
  expect(rowInput(TITLE)).not.toHaveProperty('defaultValue')
})
