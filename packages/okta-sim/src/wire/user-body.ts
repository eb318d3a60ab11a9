// What a person is on the wire: the body of a POST, and what a PUT sends back of what came (O207, O208, O301, O302).
import type { AttributeValue } from '../values/app-profile.ts'
import { isObject, type JsonObject } from './answer.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'

interface NewPerson {
  readonly oktaId: string
  readonly userName: string
  readonly password: string
  readonly profile: readonly AttributeValue[]
}

/** Members in Okta's order. An attribute without a value is left out (O213). */
export function newUserBody({ oktaId, userName, password, profile }: NewPerson): JsonObject {
  const withValues = profile.filter(({ value }) => value !== undefined)
  const body = withValues.reduce<JsonObject>(withAttribute, { schemas: [CORE], userName })
  return { ...body, externalId: oktaId, groups: [], password, active: true }
}

/** The whole resource with the profile laid over it; an attribute that the person lost goes out empty (O304, O307). */
export function overlaid(resource: JsonObject, userName: string, profile: readonly AttributeValue[]): JsonObject {
  return profile.reduce<JsonObject>(
    (body, attribute) =>
      attribute.value !== undefined || isHeld(body, attribute)
        ? withAttribute(body, { ...attribute, value: attribute.value ?? '' })
        : body,
    { ...resource, userName },
  )
}

/** One attribute set, at the place that its external name and namespace tell (O227 to O229, O240). */
function withAttribute(body: JsonObject, { externalName, externalNamespace, value }: AttributeValue): JsonObject {
  if (externalNamespace === CORE) return withPath(body, externalName, value)
  const inner = isObject(body[externalNamespace]) ? body[externalNamespace] : {}
  const schemas = Array.isArray(body.schemas) ? body.schemas : []
  return {
    ...body,
    schemas: schemas.includes(externalNamespace) ? schemas : [...schemas, externalNamespace],
    [externalNamespace]: withPath(inner, externalName, value),
  }
}

const CHOICE = /^(\w+)\.\^\[(\w+)==(true|false|'[^']*')\]\.(\w+)$/

function withPath(body: JsonObject, path: string, value: unknown): JsonObject {
  const [, list, key, wanted, member] = CHOICE.exec(path) ?? []
  if (list !== undefined && key !== undefined && wanted !== undefined && member !== undefined)
    return { ...body, [list]: withElement(body[list], { key, is: literal(wanted), member, value }) }
  const [outer = '', inner] = path.split('.', 2)
  if (inner === undefined) return { ...body, [outer]: value }
  return { ...body, [outer]: { ...(isObject(body[outer]) ? body[outer] : {}), [inner]: value } }
}

interface Choice {
  readonly key: string
  readonly is: string | boolean
  readonly member: string
  readonly value: unknown
}

function withElement(list: unknown, { key, is, member, value }: Choice): readonly JsonObject[] {
  const elements = Array.isArray(list) ? list.filter(isObject) : []
  if (elements.some((one) => one[key] === is))
    return elements.map((one) => (one[key] === is ? { ...one, [member]: value } : one))
  return [...elements, { [key]: is, [member]: value }]
}

function literal(text: string): string | boolean {
  return text.startsWith("'") ? text.slice(1, -1) : text === 'true'
}

/** Whether the endpoint has a value there. */
function isHeld(body: JsonObject, { externalName, externalNamespace }: AttributeValue): boolean {
  const holder = externalNamespace === CORE ? body : body[externalNamespace]
  const held = isObject(holder) ? valueAt(holder, externalName) : undefined
  return held !== undefined && held !== null && held !== ''
}

function valueAt(body: JsonObject, path: string): unknown {
  const [, list = '', key = '', wanted, member = ''] = CHOICE.exec(path) ?? []
  if (wanted !== undefined) {
    const elements = body[list]
    return Array.isArray(elements)
      ? elements.filter(isObject).find((one) => one[key] === literal(wanted))?.[member]
      : undefined
  }
  const [outer = '', inner] = path.split('.', 2)
  const value = body[outer]
  return inner === undefined ? value : isObject(value) ? value[inner] : undefined
}

/** What two profiles differ in, as the value of a PATCH without a path (D01). */
export function changedBody(resource: JsonObject, body: JsonObject): JsonObject {
  const changed = Object.entries(body).filter(
    ([key, value]) => key !== 'schemas' && JSON.stringify(resource[key]) !== JSON.stringify(value),
  )
  return Object.fromEntries(changed)
}

export function patchBody(...operations: readonly object[]): JsonObject {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations }
}
