import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences, matches } from '../expect/differences.ts'

test.each([
  ['objects match partially', { a: 1 }, { a: 1, b: 2 }, true],
  ['a missing member differs', { a: 1, c: 3 }, { a: 1 }, false],
  ['lists match exactly', [1, 2], [1, 2, 3], false],
  ['objects in lists match partially', [{ a: 1 }], [{ a: 1, b: 2 }], true],
  ['null is not nothing', { a: null }, {}, false],
  ['numbers are not texts', 1, '1', false],
  ['$absent', { a: { $absent: true } }, {}, true],
  ['$absent refuses null', { a: { $absent: true } }, { a: null }, false],
  ['$present', { a: { $present: true } }, { a: 0 }, true],
  ['$present refuses null', { a: { $present: true } }, { a: null }, false],
  ['$matches', { $matches: '^a.c$' }, 'abc', true],
  ['$matches refuses a number', { $matches: '1' }, 1, false],
  ['$contains in text', { $contains: 'b' }, 'abc', true],
  ['$contains in a list, partially', { $contains: { a: 1 } }, [{ a: 2 }, { a: 1, b: 1 }], true],
  ['$contains refuses an object', { $contains: 'a' }, { a: 1 }, false],
  ['$person', { $person: 'Ned@c.test' }, { value: '7', person: 'ned@c.test' }, true],
  ['$person refuses another', { $person: 'ned@c.test' }, { value: '7', person: '7' }, false],
  ['$person refuses a text', { $person: 'ned@c.test' }, 'ned@c.test', false],
  ['$size of a list', { $size: 2 }, [1, 2], true],
  ['$size of nothing', { $size: 0 }, undefined, false],
  ['$size of at least', { $size: { $gte: 2 } }, [1, 2, 3], true],
  ['$size of less', { $size: { $lt: 2 } }, [1, 2], false],
  ['$size of nothing is not small', { $size: { $lt: 2 } }, undefined, false],
  ['$field', { a: { $field: 'b.c' } }, { a: 1, b: { c: 1 } }, true],
  ['$field of another value', { a: { $field: 'b.c' } }, { a: 1, b: { c: 2 } }, false],
  ['$field of nothing', { a: { $field: 'b.c' } }, { b: {} }, false],
  ['$field in a list', { list: [{ a: { $field: 'b' } }] }, { list: [{ a: 1 }], b: 1 }, true],
  ['$not $field', { a: { $not: { $field: 'b' } } }, { a: 1, b: 2 }, true],
  ['$ignoringCase', { $ignoringCase: 'ANA' }, 'Ana', true],
  ['$ignoringCase of two ways to write a letter', { $ignoringCase: '\u00c5sa' }, 'a\u030asa', true],
  ['$ignoringCase refuses another text', { $ignoringCase: 'Ana' }, 'Anna', false],
  ['$near', { $near: { instant: '2026-01-05T08:00:00Z', within: '5m' } }, '2026-01-05T07:55:00Z', true],
  [
    '$near refuses what is further',
    { $near: { instant: '2026-01-05T08:00:00Z', within: '5m' } },
    '2026-01-05T08:05:01Z',
    false,
  ],
  ['$near refuses what is no instant', { $near: { instant: '2026-01-05T08:00:00Z', within: '5m' } }, 'soon', false],
  ['$gte', { $gte: 2 }, 2, true],
  ['$lte', { $lte: 2 }, 3, false],
  ['$gt', { $gt: 2 }, 2, false],
  ['$lt', { $lt: 2 }, 1, true],
  ['$before', { $before: '2026-01-05T09:00:00+01:00' }, '2026-01-05T07:59:59Z', true],
  ['$after', { $after: '2026-01-05T08:00:00Z' }, '2026-01-05T08:00:00Z', false],
  ['$after refuses what is no instant', { $after: '2026-01-05T08:00:00Z' }, 'later', false],
  ['$all', { $all: [{ $contains: 'a' }, { $not: { $contains: 'b' } }] }, ['a', 'c'], true],
  ['$each', { $each: { type: 'work' } }, [{ type: 'work' }, { type: 'home' }], false],
  ['$each says nothing of nobody', { $each: { type: 'work' } }, [], false],
  ['$not', { $not: { $contains: 'x' } }, 'abc', true],
  ['$unordered', { $unordered: [1, { a: 1 }] }, [{ a: 1 }, 1], true],
  ['$unordered counts', { $unordered: [1, 1] }, [1, 2], false],
  ['$unordered gives the picky one its only fit', { $unordered: [{}, { a: 1 }] }, [{ a: 1 }, { b: 1 }], true],
  ['$oneOf', { $oneOf: ['a', 'b'] }, 'b', true],
  ['a prototype is no own property', { constructor: { $present: true } }, {}, false],
])('%s', (_, expected, actual, isMatch) => {
  expect(matches(expected, actual)).toBe(isMatch)
})

test('a difference names the attribute and both values', () => {
  const actual = { name: { givenName: 'Anna' }, emails: [{ value: 'a', type: 'work' }] }
  expect(differences({ name: { givenName: 'Ana' }, emails: [{ value: 'b' }] }, actual)).toEqual([
    { attribute: 'name.givenName', expected: '"Ana"', actual: '"Anna"' },
    { attribute: 'emails[0].value', expected: '"b"', actual: '"a"' },
  ])
})

test('every JSON value without matchers matches itself, and $not of it does not', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      fc.pre(!text.includes('"$') && !text.includes('__proto__'))
      const copy: unknown = JSON.parse(text)
      return matches(copy, JSON.parse(text)) && !matches({ $not: copy }, JSON.parse(text))
    }),
  )
})
