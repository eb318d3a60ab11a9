import { expect, test } from 'vitest'
import { changesBetween, type ListedAttribute, listedOf, NEW_ATTRIBUTE, problemOfAttribute } from './attribute-draft.ts'

const TITLE: ListedAttribute = { ...NEW_ATTRIBUTE, name: 'title', exactCase: true }

test('an attribute of the view is listed as the verb takes it', () => {
  const shown = { name: 'title', type: 'String', multivalued: false, required: false, exactCase: true } as const
  expect(listedOf({ ...shown, readOnly: false, primaryKey: false, referencedObject: null })).toEqual(TITLE)
})

test.each([
  ['', 'Give the attribute a name.'],
  [' title ', 'title is in the list already.'],
  ['urn:x:badge', undefined],
])('an attribute named "%s": %s', (name, problem) => {
  expect(problemOfAttribute({ ...NEW_ATTRIBUTE, name }, [TITLE])).toBe(problem)
})

test('what was added, changed or taken away is counted', () => {
  const badge = { ...NEW_ATTRIBUTE, name: 'badge' }
  expect(changesBetween([TITLE], [TITLE])).toBe(0)
  expect(changesBetween([TITLE], [{ ...TITLE, required: true }, badge])).toBe(2)
  expect(changesBetween([TITLE, badge], [badge])).toBe(1)
})
