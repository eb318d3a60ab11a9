import type { JsonObject } from '@scimulator/shared/scim'
import { foreignValues } from './foreign-values.ts'
import type { ResourceKind } from './resource-kind.ts'

/** Whether a resource that was read at the endpoint carries the run's own values: its name, or, where it shows none, any other. */
export function isOwnResource(resource: JsonObject, kind: ResourceKind, owns: (value: string) => boolean): boolean {
  const name = kind === 'Users' ? resource.userName : resource.displayName
  if (typeof name === 'string' && name !== '') return owns(name)
  return foreignValues(resource).some(({ value }) => owns(value))
}
