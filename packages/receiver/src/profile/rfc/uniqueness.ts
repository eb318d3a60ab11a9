import { own, quoteForDetail, ScimError, type ScimResource } from '@scimulator/shared/scim'
import type { ResourceKind } from '../../directory/record.ts'
import { type DirectoryView, foldCase } from '../../directory/view.ts'

const UNIQUE: ReadonlyMap<ResourceKind, string> = new Map([
  ['User', 'userName'],
  ['Group', 'displayName'],
])

/**
 * The error when somebody else has the name. userName is unique by RFC 7643 §4.1.1; a group's displayName because Entra matches
 * groups by it and Microsoft's validator expects 409. Resources of declared types have no name of their own.
 */
export function uniquenessError(
  kind: ResourceKind,
  resource: ScimResource,
  view: DirectoryView,
  ownId?: string,
): ScimError | undefined {
  const attribute = UNIQUE.get(kind)
  if (attribute === undefined) return undefined
  const value = own(resource, attribute)
  if (typeof value !== 'string') return undefined
  for (const { id } of view.lookup(kind, attribute, foldCase(value)).values()) {
    if (id === ownId) continue
    return new ScimError('uniqueness', `A ${kind} with ${attribute} ${quoteForDetail(value)} already exists.`)
  }
  return undefined
}
