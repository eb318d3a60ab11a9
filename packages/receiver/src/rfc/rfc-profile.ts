import {
  groupResourceType,
  type ResourceTypeDefinition,
  type SchemaDefinition,
  type Strictness,
  type ToleranceName,
  userResourceType,
  withCharacteristics,
  withSchemas,
} from '@scimulator/shared/scim'
import { memberKinds, type Profile, type ResourceTypes } from '../profile/profile.ts'
import { decideCreate } from './decide-create.ts'
import { decideDelete } from './decide-delete.ts'
import { decidePatch, decideReplace } from './decide-update.ts'
import type { RfcRules } from './rfc-rules.ts'
import { createRfcSources } from './sources.ts'
import { createUniqueness } from './uniqueness.ts'

export interface RfcOptions {
  /** What clients may write beyond RFC 7643: extensions, and more attributes of User and Group. */
  readonly schemas?: readonly SchemaDefinition[]
  /** Resource types beside User and Group. */
  readonly resourceTypes?: readonly ResourceTypeDefinition[]
  /** Tolerances that are refused. */
  readonly strictness?: Iterable<ToleranceName>
  /** Default both. */
  readonly pagination?: NonNullable<Profile['pagination']>
}

/** A number where the schema has a string is a wrong type; no client of this profile is known to need it. */
const NOT_NEEDED: readonly ToleranceName[] = ['numberStrings']

/**
 * A plain SCIM store without product rules: what a client writes is what it reads. A source sees everything in its organisation.
 * userName, a group's displayName and what schemas say are unique; members have to exist.
 * An extension that no schema declares is kept as it was sent; it is not advertised and cannot be filtered by.
 */
export function createRfcProfile({
  schemas = [],
  resourceTypes = [],
  strictness: refused = [],
  pagination = 'both',
}: RfcOptions = {}): Profile {
  const strictness: Strictness = new Set([...NOT_NEEDED, ...refused])
  const sources = createRfcSources()
  const types: ResourceTypes = {
    User: withSchemas(userResourceType, schemas),
    Group: withSchemas(groupWithUniqueName, schemas),
    ...Object.fromEntries(resourceTypes.map((one) => [one.name, one])),
  }
  const rules = { uniqueness: createUniqueness(Object.values(types)), memberKinds: knownMemberKinds(types) }
  return {
    name: 'rfc',
    pagination,
    resourceTypes: types,
    reading: { strictness, undeclared: strictness.has('unknownAttributes') ? 'ignore' : 'keep' },
    state: sources.state,
    keys: ({ kind, resource }) => rules.uniqueness.keys(kind, resource),
    authenticate: sources.authenticate,
    addSource: sources.addSource,
    sources: sources.sources,
    visible: (kind, view) => view.all(kind),
    isVisible: (record, source) => record.organisation === source.organisation,
    render: (record) => record.resource,
    decide(write, view, source, context) {
      if (write.kind === 'create') return decideCreate(write, view, source, context, rules)
      if (write.kind === 'replace') return decideReplace(write, view, context, rules)
      if (write.kind === 'patch') return decidePatch(write, view, context, rules)
      return decideDelete(write, view, context)
    },
  }
}

/** @throws Error for a type of members that nobody declares */
function knownMemberKinds(resourceTypes: ResourceTypes): RfcRules['memberKinds'] {
  const kinds = memberKinds({ resourceTypes })
  const unknown = kinds.find((kind) => resourceTypes[kind] === undefined)
  if (unknown === undefined) return kinds
  throw new Error(`${resourceTypes.Group.schema.id}: members may be ${unknown}, which is no resource type.`)
}

const groupWithUniqueName = {
  ...groupResourceType,
  schema: withCharacteristics(groupResourceType.schema, { displayName: { uniqueness: 'server', required: true } }),
}
