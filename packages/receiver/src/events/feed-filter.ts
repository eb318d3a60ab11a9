import { compileFilter, parseFilter, type ResourceTypeDefinition, ScimError } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../directory/record.ts'
import { type Profile, resourceTypeOf } from '../profile/profile.ts'

/** Whether a resource, as it is shown without its groups and members, is in the feed. */
export type InFeed = (record: DirectoryRecord, shown: (record: DirectoryRecord) => Shown) => boolean

/** A filter that says nobody. */
export class EventFilterError extends Error {
  override readonly name = 'EventFilterError'
}

type Shown = Parameters<ReturnType<typeof compileFilter>>[0]

/**
 * The feed of the resources that a SCIM filter yields; of all where there is none.
 * @throws EventFilterError for a filter that is none, or that names what no resource type has
 */
export function feedFilter(profile: Pick<Profile, 'resourceTypes'>, text: string | undefined): InFeed {
  if (text === undefined) return () => true
  const tests = testsOf(Object.values(profile.resourceTypes), text)
  const testOf = (kind: ResourceKind) => tests.get(resourceTypeOf(profile, kind).name)
  return (record, shown) => testOf(record.kind)?.(shown(record)) === true
}

function testsOf(types: readonly ResourceTypeDefinition[], text: string) {
  try {
    const filter = parseFilter(text)
    if (!types.some((type) => isKnownTo(type, filter))) throw unknownTo(types, filter)
    return new Map(types.map((type) => [type.name, compileFilter(filter, type, { unknownAttributes: 'noValue' })]))
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    throw new EventFilterError(`The filter of security events, "${text}", is none: ${error.detail ?? error.message}`)
  }
}

type Filter = ReturnType<typeof parseFilter>

function isKnownTo(type: ResourceTypeDefinition, filter: Filter): boolean {
  try {
    compileFilter(filter, type)
    return true
  } catch {
    return false
  }
}

/** What the first resource type says of it. */
function unknownTo([first]: readonly ResourceTypeDefinition[], filter: Filter): unknown {
  try {
    if (first !== undefined) compileFilter(filter, first)
  } catch (error) {
    return error
  }
  return new ScimError('invalidFilter')
}
