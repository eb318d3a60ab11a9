// Resources as clients write them, read by a schema.
import { lenient, readResource, strict } from '@scimulator/shared/scim'
import type { Draw } from '../draw.ts'
import { shorter } from '../hostile-words.ts'
import { disturbed, type Json, mutatedJson } from '../json-values.ts'
import { hidden, must, unlessRefused } from '../target.ts'
import { MADE, madeUpType } from './made-up-type.ts'

/** Values that are of the right type by one tolerance or another. */
function loose(draw: Draw): { readonly [name: string]: Json } {
  const all: { readonly [name: string]: Json } = {
    ...{
      count: '3',
      share: '0.25',
      on: 'True',
      words: 'a',
      since: 7,
      NAME: 'n',
      unknown: 1,
      computed: 'x',
      many: draw.pick<Json>([{ value: 'v' }, ['v', null], [{ primary: true }, { primary: true }], [7]]),
    },
    ...{
      one: draw.pick<Json>([
        'v',
        '',
        { value: null, $ref: null },
        { value: '', $ref: 'r' },
        { TYPE: 'Work', type: 'home' },
        { type: 'other' },
        [{ value: 'v' }],
        [],
        ['a', 'b'],
        7,
        { no: 1 },
      ]),
    },
    members: [{ value: 'm' }, { value: 'm' }, { value: 'n', type: 'User' }],
    [madeUpType.schema.id]: { rare: 'r' },
    fixed: draw.pick(['f', 'f', 'f', 'g']),
    [madeUpType.schemaExtensions[0]?.schema.id ?? '']: draw.pick<Json>([
      { told: 't', level: '2' },
      { level: 1, Level: 2 },
      { other: 1, level: 3 },
      null,
      'x',
      { level: null },
    ]),
    schemas: draw.pick<Json>([
      madeUpType.schema.id,
      [],
      ['urn:ietf:params:scim:schemas:core:2.0:User'],
      ['urn:other'],
      [1],
      {},
    ]),
    name: draw.pick([' ', 'm']),
    key: draw.pick(['AA==', '!']),
    share: draw.pick<Json>([1e300, 'x', true]),
    many2: draw.chance(0.02) ? Array<Json>(11_000).fill({ value: 'v' }) : null,
  }
  return Object.fromEntries(
    Object.entries(all)
      .filter(() => draw.chance(draw.wildness === 0 ? 0.06 : 0.2))
      .map(([name, value]) => [name === 'many2' ? 'many' : name, value]),
  )
}

function resource(draw: Draw): Json {
  const { id: _, meta: __, ...made } = MADE
  const kept = Object.fromEntries(
    Object.entries(made).filter(([name]) => name === 'name' || name.includes(':') || draw.chance(0.7)),
  )
  return { ...(kept as { readonly [name: string]: Json }), ...loose(draw) }
}

export const scimResource = hidden<string>({
  name: 'SCIM resources',
  files: ['validate-resource.ts', 'read-attribute.ts'].map((file) => `shared/src/scim/${file}`),
  make: (draw) => JSON.stringify(disturbed(resource(draw), draw)),
  mutate: mutatedJson,
  smaller: shorter,
  show: (text) => JSON.stringify(text),
  run: (text) =>
    unlessRefused(['ScimError', 'SyntaxError'], () => {
      const mode = text.length % 2 === 0 ? 'create' : 'replace'
      const given = {
        mode,
        strictness: text.length % 5 === 0 ? strict : lenient,
        current: MADE,
        keyed: ['members'],
      } as const
      const { resource: read } = readResource(JSON.parse(text), madeUpType, given)
      const { resource: again } = readResource(read, madeUpType, { ...given, mode: 'create' })
      must(
        JSON.stringify(again) === JSON.stringify(read),
        () => `it is read otherwise when it is written: ${JSON.stringify(read)}`,
      )
    }),
})
