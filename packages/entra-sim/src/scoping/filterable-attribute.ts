import type { ObjectDefinition } from '../schema/synchronization-schema.ts'

/**
 * Why a source attribute cannot be used in a scoping filter: multi-valued ones, references such as manager and members, dates, and
 * userType are not supported; a name that the source does not know is a mistake. Directory extensions pass.
 * Source: Microsoft, Scoping users or groups with scoping filters; Known issues for provisioning.
 */
export function whyNotFilterable(name: string, source: ObjectDefinition): 'unknown' | 'unsupported' | null {
  if (name === 'userType') return 'unsupported'
  const definition = source.attributes.find((one) => one.name === name)
  if (!definition) return name.startsWith('extension_') ? null : 'unknown'
  return definition.multivalued || /^(Reference|DateTime)$/.test(definition.type) ? 'unsupported' : null
}
