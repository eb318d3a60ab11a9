// The port between the SCIM handler and a product's rules. The handler reads and answers HTTP and knows RFC 7644; a profile knows
// what a write means for the company. A profile is pure: it is handed a view, the time and the ids, and gives back changes.

import type {
  JsonObject,
  KeyedDelta,
  KeyedElement,
  ResourceTypeDefinition,
  SchemaDefinition,
  ScimError,
  ScimResource,
  Strictness,
} from '@scimulator/shared/scim'
import type { DecisionContext, Effects } from '../directory/effects.ts'
import type { ProfileState } from '../directory/profile-state.ts'
import type { DirectoryRecord, ResourceKind } from '../directory/record.ts'
import type { DirectoryView, IndexKey, RecordSet } from '../directory/view.ts'

/** A client with a valid token. What else is known of a sync source is in the profile's own state, under its id. */
export interface SourceContext {
  readonly id: string
  readonly organisation: string
}

/**
 * A write that is legal by RFC 7644, with its result worked out: `resource` is what the resource would be after the whole PATCH or
 * PUT, in canonical spelling, without id, meta, groups, members and password.
 */
export type Write = CreateWrite | ReplaceWrite | PatchWrite | DeleteWrite

export interface CreateWrite {
  readonly kind: 'create'
  readonly resourceKind: ResourceKind
  readonly resource: ScimResource
  /** Of a group; without duplicates, existence not checked. Empty for a user. */
  readonly members: readonly KeyedElement[]
}

export interface ReplaceWrite {
  readonly kind: 'replace'
  readonly resourceKind: ResourceKind
  readonly record: DirectoryRecord
  readonly resource: ScimResource
  /** Undefined when the body did not name `members`. */
  readonly members: readonly KeyedElement[] | undefined
  /** The body as sent, for rules that tell an omitted attribute from one given as null. */
  readonly body: JsonObject
}

export interface PatchWrite {
  readonly kind: 'patch'
  readonly resourceKind: ResourceKind
  readonly record: DirectoryRecord
  /** `record.resource` itself when no attribute changed. */
  readonly resource: ScimResource
  readonly members: MembersDelta | undefined
}

export interface DeleteWrite {
  readonly kind: 'delete'
  readonly resourceKind: ResourceKind
  readonly record: DirectoryRecord
}

export type MembersDelta = Omit<KeyedDelta, 'attribute'>

/** `id`: whose resource is answered (for a create the new one, or that of the record it was associated with). */
export type Done = Effects & { readonly outcome: 'done'; readonly id: string }

/** A refusal may leave traces as well: a failed line in a log. */
export type Refused = Effects & { readonly outcome: 'refused'; readonly error: ScimError }

export type Decision = Done | Refused

export interface Credentials {
  /** SHA-256 of the bearer token, 64 lower-case hex digits. The token itself stays at the edge. */
  readonly tokenHash: string
  /** The organisation that the URL names; undefined below the plain base path. */
  readonly organisation: string | undefined
}

export type Admitted = Effects & { readonly outcome: 'admitted'; readonly source: SourceContext }

export type Authentication = Admitted | Refused

/** A source that is active from the first moment. */
export interface NewSource {
  readonly organisation: string
  readonly tokenHash: string
  readonly name?: string
}

/** A source as anybody may see it. */
export interface ShownSource {
  readonly name: string
  readonly organisation: string
  readonly status: 'active' | 'inactive'
}

/** How the body of a write is read before the profile sees it. */
export interface Reading {
  /** Tolerances that are refused. */
  readonly strictness?: Strictness
  /** False when the profile has rules of its own for attributes that the schema requires. Default true. */
  readonly checkRequired?: boolean
  /** What becomes of an extension that no schema declares: kept as it was sent, or ignored like any other unknown attribute. Default ignore. */
  readonly undeclared?: 'keep' | 'ignore'
}

/** By their names. */
export interface ResourceTypes {
  readonly User: ResourceTypeDefinition
  readonly Group: ResourceTypeDefinition
  readonly [name: string]: ResourceTypeDefinition
}

/** The resource type of records that there are; one without is our own fault. */
export function resourceTypeOf(
  { resourceTypes }: Pick<Profile, 'resourceTypes'>,
  kind: ResourceKind,
): ResourceTypeDefinition {
  const found = resourceTypes[kind]
  if (found === undefined) throw new Error(`There is no resource type ${kind}.`)
  return found
}

/** The resource types that members of a group may be of: what its schema says that their `$ref` leads to (RFC 7643 §7). */
export function memberKinds({ resourceTypes: { Group } }: Pick<Profile, 'resourceTypes'>): readonly ResourceKind[] {
  const members = Group.schema.attributes.find(({ name }) => name === 'members')
  return members?.subAttributes?.find(({ name }) => name === '$ref')?.referenceTypes ?? []
}

/** The name of the resource type with this endpoint, `/Users`; undefined where there is none. */
export function kindAt({ resourceTypes }: Pick<Profile, 'resourceTypes'>, endpoint: string): ResourceKind | undefined {
  return Object.values(resourceTypes).find((one) => one.endpoint === endpoint)?.name
}

export interface Profile {
  readonly name: string
  /** What is advertised by /ResourceTypes and /Schemas, and what reading, filters and PATCH follow. */
  readonly resourceTypes: ResourceTypes
  readonly reading: Reading
  /** A schema as GET /Schemas shows it, where the product asks for more than the schema does. Default as it is. */
  readonly advertised?: (schema: SchemaDefinition) => SchemaDefinition
  /** How lists are paged: by index (RFC 7644 §3.4.2.4), by cursor (RFC 9865), or as the client asks. Default by index. */
  readonly pagination?: 'index' | 'cursor' | 'both'
  readonly state: ProfileState
  /** Further index keys of a record. A pure function of the record: records are re-indexed by comparing old and new keys. */
  keys(record: DirectoryRecord): readonly IndexKey[]
  /** Who shows this token: a source, or 401 / 403. */
  authenticate(credentials: Credentials, context: DecisionContext): Authentication
  addSource(source: NewSource, context: DecisionContext): Effects
  /** All of them, in the order in which they were added. */
  sources(): Iterable<ShownSource>
  /** Exactly the records that the source sees, for lists. Best an index (`keys`), so that its size costs nothing. */
  visible(kind: ResourceKind, view: DirectoryView, source: SourceContext): RecordSet
  /** Whether the source sees this record; must agree with `visible`. */
  isVisible(record: DirectoryRecord, source: SourceContext): boolean
  /** The resource as it is answered and filtered, without id, meta, groups and members. The same object for the same record. */
  render(record: DirectoryRecord): ScimResource
  decide(write: Write, view: DirectoryView, source: SourceContext, context: DecisionContext): Decision
}
