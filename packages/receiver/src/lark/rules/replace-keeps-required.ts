import { isJsonArray, type JsonValue, own, type ScimResource } from '@scimulator/shared/scim'
import type { RulesOff } from '../values/rule-id.ts'
import { elementsOf, hasType, textOf } from './attribute-rule.ts'
import { workEmailOf } from './work-email.ts'

/**
 * Lark B15: a PUT that leaves out or nulls the work email address or displayName keeps the stored one, as RFC 7644 §3.5.1 lets a
 * service provider do. JumpCloud's connection test sends `"emails": null`.
 */
export function keepingRequired(resource: ScimResource, before: ScimResource, rulesOff: RulesOff): ScimResource {
  if (rulesOff.has('B15')) return resource
  const kept: { [name: string]: JsonValue } = {}
  if (textOf(resource, 'displayName') === undefined) keep(kept, 'displayName', own(before, 'displayName'))
  if (workEmailOf(resource) === undefined) keep(kept, 'emails', emailsWithWork(resource, before))
  return { ...resource, ...kept }
}

function keep(kept: { [name: string]: JsonValue }, name: string, value: JsonValue | undefined): void {
  if (value !== undefined) kept[name] = value
}

function emailsWithWork(resource: ScimResource, before: ScimResource): JsonValue | undefined {
  const stored = elementsOf(before, 'emails').filter((email) => hasType(email, 'work'))
  const sent = own(resource, 'emails')
  const others = isJsonArray(sent) ? sent : []
  return stored.length > 0 ? [...others, ...stored] : undefined
}
