// Every program has one control: verbs that change something and views that show something. The harness, the command line, the web
// consoles and the vendors' own APIs all go through it, in process or over HTTP; there is no back door.
import { z } from 'zod'

/**
 * What a verb does to a run: it only looks; it acts, so that invariants are checked after it and a new stretch of traffic begins; or it
 * acts and its result, `{ url, token }`, gives access to a service provider.
 */
export type Effect = 'looks' | 'acts' | 'gives-access'

/** Something that only a certain product can be told, and the input that tells it. */
export interface ProductNeed {
  /** Name of the product's control: `lark`. */
  readonly product: string
  /** Path of the input: `as.lark.tokenLifetime`. */
  readonly input: string
}

export interface Verb {
  /** Kebab-case, without the program's name: `assign`, `soft-delete-user`. */
  readonly name: string
  /** One sentence for people; becomes the description in the scenario language's JSON Schema. */
  readonly describes: string
  readonly input: z.ZodType
  readonly effect: Effect
  /** What of this input only a certain product can be told; another one carries the verb out without it. */
  needs?(input: unknown): readonly ProductNeed[]
  /**
   * Whether no SCIM client can tell that it was carried out. Where nobody can do it, that casts no doubt on what comes after. Never throws;
   * an input that the verb would refuse is not inward.
   */
  isInward?(input: unknown): boolean
  run(input: unknown): Promise<unknown>
}

export interface ViewItem {
  /** What a person calls the item: a userName, a group's name, a log entry's number. Unique within the view. */
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

export interface View {
  readonly name: string
  readonly describes: string
  readonly query: z.ZodType
  /** Its items are resources of a service provider: each value has the resource's `id`. */
  readonly showsResources?: true
  read(query: unknown): Promise<readonly ViewItem[]>
  /** Of a log: how many of its oldest entries memory no longer holds, so that what it shows is not the whole. */
  dropped?(): number
}

export interface Control {
  /** `receiver`, `entra` or `jumpcloud`: the namespace of its verbs and views in scenarios. */
  readonly name: string
  readonly verbs: ReadonlyMap<string, Verb>
  readonly views: ReadonlyMap<string, View>
  /** Resolves when no work is under way; waiting for a timer is idle. */
  idle(): Promise<void>
  snapshot(): unknown
  restore(snapshot: unknown): void
  reset(): void
}

/** Bad input or an impossible act, told to whoever asked: names the thing, the value and the way out. */
export class VerbError extends Error {
  readonly code: 'invalid' | 'not-found' | 'conflict' | 'refused'

  constructor(code: VerbError['code'], message: string) {
    super(message)
    this.name = 'VerbError'
    this.code = code
  }
}

export function defineVerb<Input extends z.ZodType>(definition: {
  name: string
  describes: string
  input: Input
  /** `acts` when left out. */
  effect?: Effect
  needs?: (input: z.output<Input>) => readonly ProductNeed[]
  isInward?: (input: z.output<Input>) => boolean
  run: (input: z.output<Input>) => unknown
}): Verb {
  const { name, describes, input, effect = 'acts', needs, isInward, run } = definition
  return {
    name,
    describes,
    input,
    effect,
    ...(needs === undefined ? {} : { needs: (raw: unknown) => needs(parseInput(name, input, raw)) }),
    ...(isInward === undefined
      ? {}
      : {
          isInward(raw: unknown) {
            const parsed = input.safeParse(raw)
            return parsed.success && isInward(parsed.data)
          },
        }),
    run: async (raw) => run(parseInput(name, input, raw)),
  }
}

export function defineView<Query extends z.ZodType>(definition: {
  name: string
  describes: string
  query: Query
  read: (query: z.output<Query>) => readonly ViewItem[] | Promise<readonly ViewItem[]>
  dropped?: () => number
  showsResources?: true
}): View {
  const { name, describes, query, read, dropped, showsResources } = definition
  return {
    name,
    describes,
    query,
    ...(showsResources ? { showsResources } : {}),
    read: async (raw: unknown) => read(parseInput(name, query, raw ?? {})),
    ...(dropped ? { dropped } : {}),
  }
}

export function byName<Named extends { readonly name: string }>(list: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(list.map((named) => [named.name, named]))
}

function parseInput<Input extends z.ZodType>(name: string, input: Input, raw: unknown): z.output<Input> {
  const parsed = input.safeParse(raw)
  if (!parsed.success) throw new VerbError('invalid', `${name}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
