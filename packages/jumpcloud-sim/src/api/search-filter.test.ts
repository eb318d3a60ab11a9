import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SYSTEM_USER_FIELDS } from './render-system-user.ts'
import { readSearchFilter } from './search-filter.ts'

const PEOPLE = [
  {
    username: 'emartin',
    email: 'emartin@example.com',
    department: 'IT',
    state: 'ACTIVATED',
    unix_uid: 5000,
    suspended: false,
    created: '2026-01-05T08:00:00.000Z',
    attributes: [{ name: 'badge', value: '12' }],
  },
  {
    username: 'jemartin',
    email: 'J.EMartin@example.com',
    department: 'Sales',
    state: 'SUSPENDED',
    unix_uid: 5001,
    suspended: true,
    created: '2026-02-01T08:00:00.000Z',
    addresses: [{ country: 'DE' }, { country: 'FR' }],
  },
  {
    username: 'carl',
    email: 'carl@example.com',
    department: '',
    state: 'STAGED',
    unix_uid: 5002,
    suspended: false,
    created: '2026-03-01T08:00:00.000Z',
    password_date: null,
  },
]
const ALL = ['emartin', 'jemartin', 'carl']

function found(filter: unknown): string[] {
  const fits = readSearchFilter(filter, SYSTEM_USER_FIELDS)
  return PEOPLE.filter((one) => fits(one)).map(({ username }) => username)
}

test.each<[filter: unknown, names: readonly string[]]>([
  // Nothing is asked for: everybody.
  [{}, ALL],
  [[], ALL],
  [[{}], ALL],
  // Conditions by themselves: all must hold.
  [{ username: 'emartin' }, ['emartin']],
  [{ username: 'EMARTIN' }, []],
  [{ department: 'IT', state: 'STAGED' }, []],
  [[{ username: 'emartin' }], ['emartin']],
  [[{ department: 'IT' }, { state: 'STAGED' }], []],
  [{ department: '' }, ['carl']],
  [{ suspended: true }, ['jemartin']],
  [{ suspended: 'true' }, ['jemartin']],
  [{ unix_uid: 5001 }, ['jemartin']],
  [{ unix_uid: '5001' }, ['jemartin']],
  // and, or
  [{ and: [{ username: 'emartin' }] }, ['emartin']],
  [{ or: [{ department: 'IT' }, { department: 'Sales' }] }, ['emartin', 'jemartin']],
  [{ or: [{ department: 'IT' }, { department: 'Sales' }], state: 'SUSPENDED' }, ['jemartin']],
  [{ and: [{ or: [{ username: 'carl' }, { department: 'IT' }] }, { suspended: false }] }, ['emartin', 'carl']],
  [{ or: [{ department: 'IT', suspended: true }, { username: 'carl' }] }, ['carl']],
  // Texts, in the two forms that are written.
  [{ and: ['department:$eq:IT'] }, ['emartin']],
  [{ and: ['department:eq:IT', 'suspended:eq:true'] }, []],
  [{ or: ['username:$ne:carl'] }, ['emartin', 'jemartin']],
  [{ and: ['username:in:carl|emartin'] }, ['emartin', 'carl']],
  [{ and: ['email:search:EMARTIN'] }, ['emartin', 'jemartin']],
  [{ and: ['created:$gt:2026-01-31'] }, ['jemartin', 'carl']],
  [['username:eq:carl'], ['carl']],
  // Operators.
  [{ username: { $regex: '^em' } }, ['emartin']],
  [{ username: { $regex: '(?i)(^EMARTIN$)' } }, ['emartin']],
  [{ username: { $regex: 'martin$' } }, ['emartin', 'jemartin']],
  [{ email: { $regex: '(?i)j\\.emartin@' } }, ['jemartin']],
  [{ and: [{ username: { $regex: '^em' } }] }, ['emartin']],
  [{ created: { $lt: '2001-01-01T00:00:00Z' } }, []],
  [{ created: { $gt: '2026-01-31T00:00:00Z' } }, ['jemartin', 'carl']],
  [{ created: { $gte: '2026-02-01T08:00:00.000Z', $lt: '2026-03-01T00:00:00Z' } }, ['jemartin']],
  [{ unix_uid: { $gt: 5000 } }, ['jemartin', 'carl']],
  [{ unix_uid: { $lte: 5000 } }, ['emartin']],
  [{ unix_uid: { $gt: 'carl' } }, []],
  [{ username: { $in: ['carl', 'nobody'] } }, ['carl']],
  [{ username: { $in: [] } }, []],
  [{ username: { $nin: ['carl'] } }, ['emartin', 'jemartin']],
  [{ department: { $ne: 'IT' } }, ['jemartin', 'carl']],
  [{ department: { $eq: 'IT' } }, ['emartin']],
  [{ addresses: { $exists: true } }, ['jemartin']],
  [{ password_date: { $exists: false } }, ALL],
  // Paths, through lists.
  [{ 'addresses.country': 'FR' }, ['jemartin']],
  [{ 'addresses.country': { $ne: 'FR' } }, ['emartin', 'carl']],
  [{ 'attributes.value': 12 }, ['emartin']],
  [{ 'attributes.colour': 'red' }, []],
])('%j finds %j', (filter, names) => expect(found(filter)).toEqual(names))

test.each([
  [{ nonsense: 1 }, '"nonsense"'],
  [{ nonsense: { $ne: 1 } }, '"nonsense"'],
  [{ $or: [{ username: 'carl' }] }, '"$or"'],
  [{ __proto__x: 1 }, '"__proto__x"'],
  [{ constructor: { $exists: false } }, '"constructor"'],
  [{ password: 'x' }, '"password"'],
  [{ username: { $like: 'em' } }, '"$like"'],
  [{ username: {} }, 'filter.username is empty'],
  [{ username: ['carl'] }, '$in'],
  [{ username: { $in: 'carl' } }, '$in needs a list'],
  [{ username: { $gt: {} } }, '$gt needs a text'],
  [{ username: { $regex: '(' } }, 'not valid'],
  [{ username: { $regex: 5 } }, '$regex needs a pattern'],
  [{ and: { username: 'carl' } }, 'filter.and must be a list'],
  [{ or: [] }, 'filter.or is empty'],
  [{ and: [5] }, 'neither an object nor a list'],
  [{ and: ['username'] }, 'is not field:$operator:value'],
  [{ and: ['username:like:em'] }, 'operator like'],
  [{ and: ['nonsense:ne:1'] }, '"nonsense"'],
  ['nonsense', 'is not field'],
  [7, 'neither an object nor a list'],
])('%j is refused: %s', (filter, message) => expect(() => found(filter)).toThrow(message))

test('a pattern that would take for ever is refused, and a filter that is nested without end', () => {
  const slow = { username: { $regex: '^(([a-z])+.)+[A-Z]([a-z])+$' } }
  const fits = readSearchFilter(slow, SYSTEM_USER_FIELDS)
  expect(() => fits({ username: 'a'.repeat(200) })).toThrow('steps')
  const deep = Array.from({ length: 50 }).reduce<object>((inner) => ({ and: [inner] }), { username: 'carl' })
  expect(() => found(deep)).toThrow('nested')
})

/** Whatever is written: it is refused, or it has a condition on everybody that is found. */
test('nobody is found by a filter that says nothing of him', () => {
  const condition = fc.dictionary(fc.constantFrom('username', 'nonsense', '$or', 'state', ''), fc.anything(), {
    minKeys: 1,
  })
  fc.assert(
    fc.property(
      fc.oneof(condition, fc.array(condition, { minLength: 1 }), fc.record({ or: fc.array(condition) })),
      (filter) => {
        let names: string[]
        try {
          names = found(filter)
        } catch {
          return
        }
        const text = JSON.stringify(filter) ?? ''
        expect(text.includes('nonsense') || text.includes('$or')).toBe(false)
        expect(names.length).toBeLessThanOrEqual(ALL.length)
      },
    ),
    { seed: 7, numRuns: 500 },
  )
})
