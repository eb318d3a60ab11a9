import type { TargetPath } from './target-path.ts'

/** A SCIM resource as the target returned it. */
export type TargetResource = Readonly<Record<string, unknown>>

/**
 * What a target path reads from a resource: undefined when the target returned nothing there, null and empty texts and
 * lists included. Names are compared without regard to case (RFC 7643 §2.1), a filter's value likewise.
 */
export function readTarget(resource: TargetResource, path: TargetPath): unknown {
  const holder = path.schema === null ? resource : ownValue(resource, path.schema)
  const attribute = ownValue(holder, path.attribute)
  const element = path.filter === null ? attribute : matchingElement(attribute, path.filter)
  const value = path.subAttribute === null ? element : ownValue(element, path.subAttribute)
  return isNothing(value) ? undefined : value
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function matchingElement(list: unknown, filter: NonNullable<TargetPath['filter']>): unknown {
  if (!Array.isArray(list)) return undefined
  const wanted = filter.value.toLowerCase()
  return list.find((element) => {
    const value = ownValue(element, filter.attribute)
    return value === filter.value || textOf(value).toLowerCase() === wanted
  })
}

/** Text, number or Boolean as text; anything else as "". */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) : ''
}

function ownValue(holder: unknown, name: string): unknown {
  if (holder === null || typeof holder !== 'object') return undefined
  if (Object.hasOwn(holder, name)) return Reflect.get(holder, name)
  const wanted = name.toLowerCase()
  const key = Object.keys(holder).find((one) => one.toLowerCase() === wanted)
  return key === undefined ? undefined : Reflect.get(holder, key)
}
