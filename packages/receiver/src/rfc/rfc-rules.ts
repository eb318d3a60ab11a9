import type { ResourceKind } from '../directory/record.ts'
import type { Uniqueness } from './uniqueness.ts'

/** What the schemas ask of a write beyond its form. */
export interface RfcRules {
  readonly uniqueness: Uniqueness
  /** The resource types that members of a group may be of. */
  readonly memberKinds: readonly ResourceKind[]
}
