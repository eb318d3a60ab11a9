// Paths such as `phoneNumbers[type eq "mobile"].value`, as Entra ID writes them.
import { isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { pathOf } from './rewriting.ts'

export interface FilteredPath {
  readonly attribute: string
  readonly type: string
}

export function filteredPathOf(operation: JsonObject): FilteredPath | undefined {
  const [, attribute, type] = /^(\w+)\[type eq "([^"]*)"\]/i.exec(pathOf(operation)) ?? []
  return attribute === undefined || type === undefined ? undefined : { attribute, type }
}

/** Whether the resource has the element that the operation selects; true for operations that select none. */
export function hasElement(resource: JsonObject, operation: JsonObject): boolean {
  const path = filteredPathOf(operation)
  const elements = path && resource[path.attribute]
  return !path || (isJsonArray(elements) && elements.some((one) => isJsonObject(one) && one.type === path.type))
}
