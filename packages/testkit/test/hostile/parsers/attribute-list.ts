// What `attributes` and `excludedAttributes` ask for, and how an attribute is named (RFC 7644 §3.9, §3.10).
import { compileProjection, parseAttributeList, printAttribute, resolveAttribute } from '@scimulator/shared/scim'
import { many, one, seq } from '../grammar.ts'
import { must, textTarget } from '../target.ts'
import { MADE, madeUpType, NAMES_OF_MADE } from './made-up-type.ts'

const urn = madeUpType.schema.id
const extension = madeUpType.schemaExtensions[0]?.schema.id ?? ''
const part = one('.value', '.type', '.$ref', '.kept', '.hidden', '.asked')
const name = one(
  ...NAMES_OF_MADE,
  'id',
  'meta',
  'meta.created',
  'NAME',
  seq(one('one', 'many'), part),
  seq(one('one', 'many'), part),
  `${urn}:count`,
  'level',
)
const extended = one(extension, `${extension}:level`, urn)
/** As a store may have them from elsewhere: an extension that is not known, and elements that are no objects. */
const SHOWN = [
  MADE,
  { ...MADE, 'urn:other': { a: 1 }, [extension]: { level: 1, other: 2 }, many: [] },
  { ...MADE, one: 'text', many: ['a'], [extension]: 'x' },
]

/** Accepted is a list whose names are all known; the others are ignored, as the RFC says. */
export const attributeList = textTarget({
  name: 'attribute lists',
  files: ['shared/src/scim/projection.ts', 'shared/src/scim/schema/resolve-attribute.ts'],
  grammar: many(seq(one('', ' '), one(name, name, extended)), { most: 4, by: ',' }),
  accepts(text) {
    const names = parseAttributeList(text)
    for (const asked of [
      {},
      { excludedAttributes: names },
      { attributes: text },
      { attributes: names, excludedAttributes: 'name' },
    ]) {
      const projection = compileProjection(madeUpType, asked)
      for (const name of names) projection.includes(name)
      for (const resource of SHOWN) mustShowLess(projection.apply(resource), resource)
    }
    return names.length > 0 && names.every(isKnown)
  },
})

function mustShowLess(shown: object, resource: object): void {
  must(
    Object.keys(shown).every((key) => Object.hasOwn(resource, key)),
    () => `it shows ${JSON.stringify(shown)}`,
  )
  must(Object.hasOwn(shown, 'id'), () => 'the id is not shown')
  must(
    !Object.hasOwn(shown, 'secret') && !JSON.stringify(shown).includes('"hidden"'),
    () => 'it shows what is never returned',
  )
}

function isKnown(text: string): boolean {
  if ([extension, urn].some((schema) => text.toLowerCase() === schema.toLowerCase())) return true
  const found = resolveAttribute(madeUpType, written(text))
  if (found === undefined) return false
  const again = resolveAttribute(madeUpType, written(printAttribute(found)))
  must(
    again !== undefined && printAttribute(again) === printAttribute(found),
    () => `${printAttribute(found)} is not found`,
  )
  return true
}

function written(text: string) {
  const colon = text.lastIndexOf(':')
  const [attribute = '', ...rest] = text.slice(colon + 1).split('.')
  const schema = colon > 0 ? { schema: text.slice(0, colon) } : {}
  return { attribute, ...schema, ...(rest.length === 0 ? {} : { subAttribute: rest.join('.') }) }
}
