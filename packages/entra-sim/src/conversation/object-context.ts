import type { EntraSwitches } from '../behaviour.ts'
import type { CompiledObjectType } from '../compiled/compiled-job.ts'
import type { AttributeSource, ExpressionEnvironment } from '../expression/index.ts'
import type { Composer } from '../request/composer.ts'

/** Everything that a conversation about one object may know. */
export interface ObjectContext {
  readonly composer: Composer
  readonly compiled: CompiledObjectType
  readonly source: AttributeSource
  /** Source attributes that have values, too many to list them where nobody asks: `members`. */
  readonly unlisted: readonly string[]
  readonly environment: ExpressionEnvironment
  /** SCIM id of the linked resource. */
  readonly targetId: string | undefined
  readonly switches: EntraSwitches
  /** SCIM id of another source object, when it is linked. */
  targetIdOf(sourceId: string): string | undefined
  /** Object id of another source object whose matching attribute has this value. */
  otherWithValue(attribute: string, value: string): string | undefined
}
