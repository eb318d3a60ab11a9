import { expect, test } from 'vitest'
import { z } from 'zod'
import { jsonSchemaOf, typeOfSchema } from './type-of-schema.ts'
import { schemaTypes } from './verb-types.ts'

const typeOf = (type: z.ZodType) => typeOfSchema(jsonSchemaOf(type))

test.each<[string, z.ZodType, string]>([
  ['a text', z.string(), 'string'],
  ['a whole number', z.int(), 'number'],
  ['a choice', z.enum(['a', 'b']), '"a" | "b"'],
  ['one or the other', z.union([z.string(), z.literal(1)]), 'string | 1'],
  ['a text or null', z.string().nullable(), 'string | null'],
  ['a list of choices', z.array(z.enum(['a', 'b'])), 'readonly ("a" | "b")[]'],
  ['a list of lists', z.array(z.array(z.string())), 'readonly (readonly string[])[]'],
  ['a pair', z.tuple([z.string(), z.number()]), 'readonly [string, number]'],
  ['a map', z.record(z.string(), z.boolean()), 'Readonly<Record<string, boolean>>'],
  ['no members', z.strictObject({}), 'Readonly<Record<string, never>>'],
  ['anything', z.unknown(), 'unknown'],
  [
    'members, with what is said of them',
    z.strictObject({ user: z.string().describe('Whom'), all: z.boolean().default(false), 'a b': z.null().optional() }),
    '{\n  /** Whom. */\n  readonly user: string\n  /** Default false. */\n  readonly all?: boolean | undefined\n  readonly "a b"?: null | undefined\n}',
  ],
  [
    'members and more',
    z.looseObject({ id: z.string() }),
    '{\n  readonly id: string\n  readonly [name: string]: unknown\n}',
  ],
])('%s', (_, type, expected) => {
  expect(typeOf(type)).toBe(expected)
})

test('what is said at length is broken into lines, with every word', () => {
  const said = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
  const text = typeOf(z.object({ a: z.string().describe(said) }))
  expect(text).toMatch(/^\{\n {2}\/\*\*\n( {3}\* .+\n)+ {3}\*\/\n {2}readonly a: string\n/)
  expect(text.match(/word\d+/g)?.join(' ')).toBe(said)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(140)
})

test('what has a name is told by it, whatever is said of it there', () => {
  const Person = z.object({ name: z.string() })
  const Team = z.object({ lead: Person.optional().describe('Who decides'), all: z.array(Person) })
  expect(schemaTypes({ Person, Team }, 'output')).toMatch(
    /export type Person = \{\n {2}readonly name: string\n[\s\S]*readonly lead\?: Person \| undefined\n {2}readonly all: readonly Person\[\]/,
  )
})
