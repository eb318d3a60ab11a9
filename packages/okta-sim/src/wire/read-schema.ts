// Import User Schema: the attributes of a user, as /ResourceTypes and /Schemas tell them (O531). Both are asked whole, without parameters.
import type { Conversation } from '@scimulator/shared/provisioning'
import { ownWords } from '../values/own-words.ts'
import type { SchemaAttribute } from '../values/schema-attribute.ts'
import { isObject, type JsonObject, pageOf } from './answer.ts'
import { ask, type Line, textOf } from './talk.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'

type SchemaRead = { readonly attributes: readonly SchemaAttribute[] } | { readonly failed: string }

export function* readSchema(line: Line): Conversation<SchemaRead> {
  const types = yield* listed(line, '/ResourceTypes')
  if ('failed' in types) return types
  const schemas = yield* listed(line, '/Schemas')
  if ('failed' in schemas) return schemas
  const user = types.resources.find(({ schema }) => schema === CORE)
  const wanted = new Set([CORE, ...extensionsOf(user)])
  const known = schemas.resources.filter(({ id }) => typeof id === 'string' && wanted.has(id))
  return { attributes: known.flatMap((schema) => attributesOf(schema)) }
}

function* listed(
  line: Line,
  path: string,
): Conversation<{ readonly resources: readonly JsonObject[] } | { readonly failed: string }> {
  const answer = yield* ask(line, 'describe', 'GET', path)
  const page = answer.kind === 'resource' ? pageOf(answer.resource) : undefined
  if (page !== undefined) return page
  return { failed: answer.kind === 'refused' ? textOf(answer) : ownWords(`${path} is not a list.`) }
}

/** Without a list of them the user has the core schema alone. */
function extensionsOf(user: JsonObject | undefined): readonly string[] {
  const extensions = user?.schemaExtensions
  if (!Array.isArray(extensions)) return []
  return extensions.filter(isObject).flatMap(({ schema }) => (typeof schema === 'string' ? [schema] : []))
}

function attributesOf({ id, attributes }: JsonObject): readonly SchemaAttribute[] {
  if (typeof id !== 'string' || !Array.isArray(attributes)) return []
  return attributes.filter(isObject).flatMap((one) => named(one, id, ''))
}

/** A complex attribute of one value is offered part by part. */
function named(attribute: JsonObject, externalNamespace: string, within: string): readonly SchemaAttribute[] {
  const { name, type = 'string', multiValued = false, subAttributes } = attribute
  if (typeof name !== 'string' || typeof type !== 'string') return []
  if (within === '' && multiValued !== true && Array.isArray(subAttributes))
    return subAttributes.filter(isObject).flatMap((one) => named(one, externalNamespace, `${name}.`))
  const externalName = `${within}${name}`
  return [{ externalName, externalNamespace, type, multiValued: multiValued === true }]
}
