import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from './field-problems.ts'
import { fieldsOf } from './view-fields.ts'

interface Nested {
  name: string
  inner?: Nested | undefined
}
const Nested: z.ZodType<Nested> = z.lazy(() => z.object({ name: z.string(), inner: Nested.optional() }))

const Item = z.object({
  status: z.enum(['Active', 'Inactive']),
  manager: z.string().nullable().describe('userName'),
  tags: z.array(z.object({ value: z.string(), primary: z.boolean().optional() })),
  sources: z.record(z.string(), z.enum(['SCIM', 'Member'])),
  details: z.record(z.string(), z.unknown()),
  choice: z.union([
    z.object({ kind: z.literal('a'), left: z.int() }),
    z.object({ kind: z.literal('b'), right: z.string() }),
  ]),
  tree: Nested.optional(),
})
const PLACEHOLDER = `\${was.status}`
const Open = z.object({ jobTitle: z.string().optional() }).catchall(z.string())

const problemsOf = (written: unknown, type: z.ZodType = Item): string[] =>
  fieldProblems(written, fieldsOf(type), 'v', []).map(({ message, hint, path }) =>
    [`${path.join('.')}: ${message}`, ...(hint === undefined ? [] : [hint])].join(' '),
  )

test.each([
  ['members and values that there are', { status: 'Active', manager: null, tags: [{ value: 'a' }] }],
  ['matchers', { status: { $oneOf: ['Active', 'Inactive'] }, tags: { $contains: { value: { $matches: 'x' } } } }],
  ['placeholders', { status: PLACEHOLDER, [PLACEHOLDER]: 1 }],
  ['members of a map with any names', { sources: { email: 'SCIM' }, details: { anything: { at: 'all' } } }],
  ['members of any branch', { choice: { left: 1 }, tree: { inner: { inner: { anything: 1 } } } }],
])('%s are fields', (_, written) => {
  expect(problemsOf(written)).toEqual([])
})

test.each([
  [{ statsu: 'Active' }, 'statsu: v has no "statsu". Did you mean "status"?'],
  [{ status: 'active' }, 'status: v: status is never "active". Did you mean "Active" or "Inactive"?'],
  [{ manager: 7 }, 'manager: v: manager is never 7: it is a text or null.'],
  [{ tags: { value: 'a' } }, 'tags: v: tags is never {"value":"a"}: it is a list.'],
  [{ tags: [{ valeu: 'a' }] }, 'tags.0.valeu: v: tags has no "valeu". Did you mean "value"?'],
  [{ $not: { statsu: 'Active' } }, '$not.statsu: v has no "statsu". Did you mean "status"?'],
  [{ tags: { $unordered: [{ x: 1 }] } }, 'tags.$unordered.0.x: v: tags has no "x". Known: value, primary.'],
  [{ tags: { $contains: { x: 1 } } }, 'tags.$contains.x: v: tags has no "x". Known: value, primary.'],
  [{ sources: { email: 'Scim' } }, 'sources.email: v: sources: email is never "Scim". Did you mean "SCIM"?'],
  [{ choice: { kind: 'c' } }, 'choice.kind: v: choice: kind is never "c". Did you mean "a" or "b"?'],
])('%j is told', (written, message) => {
  expect(problemsOf(written)).toEqual([message])
})

test('where other members may be, one that is nearly a known one is that one, misspelt', () => {
  expect(problemsOf({ extension_badge: '7' }, Open)).toEqual([])
  expect(problemsOf({ jobTitel: 'x' }, Open)).toEqual(['jobTitel: v has no "jobTitel". Did you mean "jobTitle"?'])
})
