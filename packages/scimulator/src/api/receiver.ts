import { createReceiver as create, DeviationName } from '@scimulator/receiver'
import { createRandomIds, createRealSchedule, createSeededIds } from '@scimulator/shared/runtime'
import type { ReceiverVerbs, ReceiverView } from './generated/receiver-verbs.ts'
import { knownName } from './known-name.ts'
import type { Program } from './program.ts'
import { programOf } from './program-of.ts'

/** How a receiver behaves. */
export interface ReceiverOptions {
  /** `lark` (default): Lark's Directory Sync with every product rule; `rfc`: a plain SCIM 2.0 service provider. */
  readonly profile?: 'lark' | 'rfc'
  /** Bearer token of the source that is active from the first moment. Default: a random one, see `token` of the receiver. */
  readonly token?: string
  /** Values for switches of the profile `lark`, as `scimulator list switches` shows them. */
  readonly switches?: Readonly<Record<string, string | number | boolean>>
  /** Names of bugs that it shows from the start, for a client that has to live with them. */
  readonly deviations?: readonly string[]
  /** What `meta.location` begins with, such as https://scim.example.com. Default: what the request says. */
  readonly publicUrl?: string
  /** The same seed gives the same ids. Default: random ids. */
  readonly seed?: number
}

/**
 * A SCIM 2.0 service provider (RFC 7643, RFC 7644); SCIM is below `/scim/v2`. The functions of administrators are those of the profile
 * `lark`; `rfc` has `setDeviations` alone.
 */
export interface Receiver extends ReceiverVerbs, Program<ReceiverView> {
  /** Bearer token of its source. */
  readonly token: string
}

/**
 * A SCIM 2.0 service provider in memory: let it listen, or mount `handle` in a server of your own. It keeps real time.
 *
 * Throws an Error for a switch or a deviation that does not exist; it names what there is.
 */
export function createReceiver(options: ReceiverOptions = {}): Receiver {
  const { seed, token: given, deviations = [], ...rest } = options
  const ids = seed === undefined ? createRandomIds() : createSeededIds(seed, 'receiver')
  const token = given ?? ids.token('source')
  const schedule = createRealSchedule(rethrow)
  const receiver = create({
    ...rest,
    ids,
    schedule,
    deviations: deviations.map((name) => knownName(name, DeviationName.options, 'deviation')),
    sources: [{ token }],
  })
  const { control, handle } = receiver
  const program = programOf<ReceiverVerbs, ReceiverView>({
    control,
    handle,
    settle: () => control.idle(),
    listen: (listenOptions) => receiver.listen(listenOptions),
    async close() {
      await receiver.close()
      schedule.close()
    },
  })
  return Object.assign(program, { token })
}

/** A timer has nobody to tell; what goes wrong in it is a bug of ours, and must be heard. */
function rethrow(error: unknown): never {
  throw error
}
