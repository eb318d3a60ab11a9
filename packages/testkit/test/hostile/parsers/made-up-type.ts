// A resource type with an attribute of every kind that RFC 7643 §2.2 knows, and a resource of it.
import { attribute, complex, multiValued, type ResourceTypeDefinition } from '@scimulator/shared/scim'

const EXTENSION = 'urn:x:schemas:made-up:2.0:More'

const parts = [
  attribute('value', 'string', ''),
  attribute('type', 'string', '', { canonicalValues: ['work', 'home'] }),
  attribute('primary', 'boolean', ''),
  attribute('$ref', 'reference', ''),
  attribute('kept', 'string', '', { returned: 'always' }),
  attribute('hidden', 'string', '', { returned: 'never' }),
  attribute('asked', 'string', '', { returned: 'request' }),
]

export const madeUpType: ResourceTypeDefinition = {
  ...{ id: 'Made', name: 'Made', endpoint: '/Made', description: '' },
  schema: {
    ...{ id: 'urn:x:schemas:made-up:2.0:Made', name: 'Made', description: '' },
    attributes: [
      attribute('name', 'string', '', { required: true }),
      attribute('count', 'integer', ''),
      attribute('share', 'decimal', ''),
      attribute('since', 'dateTime', ''),
      attribute('key', 'binary', ''),
      attribute('fixed', 'string', '', { mutability: 'immutable' }),
      attribute('secret', 'string', '', { mutability: 'writeOnly', returned: 'never' }),
      attribute('rare', 'string', '', { returned: 'request' }),
      attribute('computed', 'string', '', { mutability: 'readOnly' }),
      attribute('on', 'boolean', ''),
      attribute('words', 'string', '', { multiValued: true }),
      complex('one', '', parts),
      multiValued('many', '', parts),
      multiValued('members', '', [attribute('value', 'string', ''), attribute('type', 'string', '')]),
    ],
  },
  schemaExtensions: [
    {
      required: true,
      schema: {
        id: EXTENSION,
        name: 'More',
        description: '',
        attributes: [attribute('level', 'integer', ''), attribute('told', 'string', '', { mutability: 'readOnly' })],
      },
    },
  ],
}

export const NAMES_OF_MADE: readonly string[] = madeUpType.schema.attributes.map(({ name }) => name)

export const MADE = {
  ...{
    schemas: [madeUpType.schema.id, EXTENSION],
    id: '1',
    name: 'n',
    count: 3,
    share: 0.5,
    since: '2026-01-05T08:00:00Z',
  },
  ...{
    key: 'AAAA',
    fixed: 'f',
    secret: 's',
    rare: 'r',
    on: true,
    words: ['a', 'b'],
    meta: { created: '2026-01-05T08:00:00Z' },
  },
  one: { value: 'v', type: 'work', primary: true, kept: 'k', hidden: 'h', asked: 'a' },
  many: [
    { value: 'v', type: 'home' },
    { value: 'w', kept: 'k', hidden: 'h' },
  ],
  [EXTENSION]: { level: 1 },
} as const
