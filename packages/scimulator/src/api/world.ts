import { createWorld as create, DEFAULT_START, type World as InnerWorld } from '@scimulator/harness'
import { RECEIVER_URL, readView } from '@scimulator/harness/world'
import { canonicalTranscript, type Exchange } from '@scimulator/shared/provisioning'
import { assertOptions, aText, aWholeNumber, options as nested, type OptionChecks, oneOf } from './assert-options.ts'
import { timed } from './clock.ts'
import { verbMethods } from './control-methods.ts'
import { defined } from './defined.ts'
import type { EntraVerbs } from './generated/entra-verbs.ts'
import type { JumpCloudVerbs } from './generated/jumpcloud-verbs.ts'
import type { ReceiverVerbs } from './generated/receiver-verbs.ts'
import { openWorldTarget, type WorldTarget } from './open-world-target.ts'
import type { Snapshot, Timed, ViewItem } from './program.ts'
import { assertTargetOptions, type TargetOptions } from './target-options.ts'

/** What a world begins with. */
export interface WorldOptions {
  /** Seed of all ids. Default 1. */
  readonly seed?: number
  /** What the clock shows at the beginning, ISO 8601. Default 2026-01-05T08:00:00Z. */
  readonly start?: string
  /** `rfc` for a plain service provider as receiver. Default `lark`. */
  readonly profile?: 'lark' | 'rfc'
  /** A SCIM endpoint of yours that takes the receiver's place. */
  readonly target?: TargetOptions
}

const OPTIONS: OptionChecks<WorldOptions> = {
  seed: aWholeNumber,
  start: aText,
  profile: oneOf('lark', 'rfc'),
  target: nested,
}

/** An Entra ID tenant, a JumpCloud organisation and a receiver on one virtual clock, and the wire between them, recorded. */
export interface World extends Timed {
  readonly entra: EntraVerbs
  readonly jumpcloud: JumpCloudVerbs
  /** What administrators of the receiver do. At a target of yours that is `addSource` alone, which gives access to it. */
  readonly receiver: ReceiverVerbs
  /**
   * A view by its full name: `entra.users`, `jumpcloud.links`, `traffic`; on any target `directory.users` and `directory.groups`, read
   * over SCIM. Rejects when it is not to be had here, with the reason.
   */
  view(name: string, query?: object): Promise<readonly ViewItem[]>
  /** What was sent and answered so far, without secrets. */
  exchanges(): readonly Exchange[]
  /** The same in canonical form: ids as placeholders, times as offsets; equal from run to run. */
  transcript(): string
  /** All programs emptied, and the clock as it is. */
  reset(): void
  /** What all its programs hold, for `restore`. */
  snapshot(): Snapshot
  /** Goes back to a snapshot of this world; the clock, which never goes back, stays where it is. */
  restore(snapshot: Snapshot): void
  /**
   * Frees everything; at a target of yours, deletes what was made there and puts back what was changed. Resolves to a line for each
   * thing that is still there.
   */
  close(): Promise<readonly string[]>
}

/**
 * Isolated from every other world, so that tests run side by side; nothing waits in real time.
 *
 * Rejects when a port is not to be had, or an option names what does not exist.
 */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  assertOptions('createWorld', options, OPTIONS)
  const { seed, start, profile, target } = options
  if (target) assertTargetOptions('createWorld: target', target)
  const opened = target && (await openWorldTarget(target))
  const world = await create({
    programs: ['entra', 'jumpcloud'],
    ...defined({ seed, start }),
    ...(profile ? { given: { receiver: { profile } } } : {}),
    ...(opened ? { target: opened.run } : {}),
  })
  return worldOf(world, Date.parse(start ?? DEFAULT_START), opened)
}

function worldOf(world: InnerWorld, start: number, target: WorldTarget | undefined): World {
  const controls = [...world.programs].map(([name, { control }]) => [name, control] as const)
  return {
    ...timed(world.schedule),
    entra: verbsOf<EntraVerbs>(world, 'entra'),
    jumpcloud: verbsOf<JumpCloudVerbs>(world, 'jumpcloud'),
    receiver: verbsOf<ReceiverVerbs>(world, 'receiver'),
    async view(name, query = {}) {
      const reading = await readView(world, name, query, [])
      if (reading.kind === 'items') return reading.items
      const reason = reading.kind === 'incomplete' ? reading.reason : `there is no ${reading.product} here`
      throw new Error(`${name} cannot be read: ${reason}.`)
    },
    exchanges: () => [...world.recorder.exchanges],
    transcript: () => canonicalTranscript(world.recorder.exchanges, { baseUrls: baseUrlsOf(world), start }),
    reset: () => {
      for (const [, control] of controls) control.reset()
    },
    snapshot: () => Object.fromEntries(controls.map(([name, control]) => [name, control.snapshot()])),
    restore(snapshot) {
      const kept = new Map(Object.entries(Object(snapshot)))
      if (controls.some(([name]) => !kept.has(name))) throw new Error('This is no snapshot of a world like this one.')
      for (const [name, control] of controls) control.restore(kept.get(name))
    },
    async close() {
      const left = (await target?.leave()) ?? []
      await world.close()
      return left
    },
  }
}

function baseUrlsOf({ target }: InnerWorld): Readonly<Record<string, string>> {
  return target ? { target: target.access.url } : { receiver: RECEIVER_URL }
}

function verbsOf<Verbs extends object>({ programs, schedule }: InnerWorld, name: string): Verbs {
  const control = programs.get(name)?.control
  if (!control) throw new Error(`There is no ${name} in this world.`)
  // The interfaces in generated/ are made from these very verbs; a test holds them against one another.
  return verbMethods(control, () => schedule.settle()) as Verbs
}
