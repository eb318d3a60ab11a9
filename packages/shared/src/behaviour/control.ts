// Every program has one control: verbs that change something and views that show something. The harness, the command line, the web
// consoles and the vendors' own APIs all go through it, in process or over HTTP; there is no back door.
import { z } from 'zod'
import { suggest } from '../nearest/index.ts'
import { type Issue, VerbError } from './verb-error.ts'

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
  /** False when it changes nothing in its own program: it looks, or only asks others. */
  readonly changes: boolean
  /** It asks the target for all its people: where there are many, it takes long. */
  readonly listsTarget?: true
  /** Heading under which a list of verbs shows it. */
  readonly group?: string
  /** What of this input only a certain product can be told; another one carries the verb out without it. */
  needs?(input: unknown): readonly ProductNeed[]
  /**
   * Whether no SCIM client can tell that it was carried out. Where nobody can do it, that casts no doubt on what comes after. Never throws;
   * an input that the verb would refuse is not inward.
   */
  isInward?(input: unknown): boolean
  run(input: unknown): Promise<unknown>
}

/** A verb whose name, input and result the compiler knows. */
export interface DefinedVerb<Name extends string, Input extends z.ZodType, Result> extends Verb {
  readonly name: Name
  readonly input: Input
  run(input: unknown): Promise<Result>
}

export interface ViewItem<Value = Readonly<Record<string, unknown>>> {
  /** What a person calls the item: a userName, a group's name, a log entry's number. Unique within the view. */
  readonly key: string
  readonly value: Value
}

export interface View {
  readonly name: string
  readonly describes: string
  readonly query: z.ZodType
  /** What the value of an item is made of. */
  readonly item: z.ZodType
  /** Its items are resources of a service provider: each value has the resource's `id`. */
  readonly showsResources?: true
  /** Collections and streams of the program that it shows: when none of them has changed, neither has it. Undefined where any may be. */
  readonly watches?: readonly string[]
  read(query: unknown): Promise<readonly ViewItem[]>
  /** One item without the others, also one that `read` shows no more; undefined where there is none. */
  find?(key: string, query: unknown): Promise<ViewItem | undefined>
  /** Of a log: how many of its oldest entries memory no longer holds, so that what it shows is not the whole. */
  dropped?(): number
}

/** A view whose name and items the compiler knows. */
export interface DefinedView<Name extends string, Query extends z.ZodType, Item extends z.ZodType> extends View {
  readonly name: Name
  readonly query: Query
  readonly item: Item
}

export interface Control {
  /** `receiver`, `entra` or `jumpcloud`: the namespace of its verbs and views in scenarios. */
  readonly name: string
  readonly verbs: ReadonlyMap<string, Verb>
  readonly views: ReadonlyMap<string, View>
  /** Number of the last step that changed something; it never goes back. */
  seq(): number
  /** Calls with the names of collections and streams that have changed, `*` for all. Undefined where nobody can tell. */
  onChange?(listener: (collections: ReadonlySet<string>) => void): () => void
  /** Resolves when no work is under way; waiting for a timer is idle. */
  idle(): Promise<void>
  snapshot(): unknown
  restore(snapshot: unknown): void
  reset(): void
}

/** Inputs of verbs by name, as they are written: `VerbInputsOf<ReturnType<(typeof VERBS)[number]>>`. */
export type VerbInputsOf<Some extends Verb> = { [One in Some as One['name']]: z.input<One['input']> }

/** What verbs answer, by name. */
export type VerbResultsOf<Some extends Verb> = { [One in Some as One['name']]: Awaited<ReturnType<One['run']>> }

/** What the items of views are made of, by name. */
export type ViewItemsOf<Some extends View> = { [One in Some as One['name']]: z.output<One['item']> }

export function defineVerb<const Name extends string, Input extends z.ZodType, Result>(definition: {
  name: Name
  describes: string
  input: Input
  /** `acts` when left out. */
  effect?: Effect
  /** Whatever the effect says when left out: what only looks changes nothing. */
  changes?: boolean
  listsTarget?: true
  needs?: (input: z.output<Input>) => readonly ProductNeed[]
  isInward?: (input: z.output<Input>) => boolean
  run: (input: z.output<Input>) => Result | Promise<Result>
}): DefinedVerb<Name, Input, Result> {
  const {
    name,
    describes,
    input,
    effect = 'acts',
    changes = effect !== 'looks',
    listsTarget,
    needs,
    isInward,
    run,
  } = definition
  return {
    name,
    describes,
    input,
    effect,
    changes,
    ...(listsTarget ? { listsTarget } : {}),
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

export function defineView<const Name extends string, Query extends z.ZodType, Item extends z.ZodType>(definition: {
  name: Name
  describes: string
  query: Query
  item: Item
  read: (query: z.output<Query>) => readonly ViewItem<z.output<Item>>[] | Promise<readonly ViewItem<z.output<Item>>[]>
  find?: (key: string, query: z.output<Query>) => ViewItem<z.output<Item>> | undefined
  dropped?: () => number
  showsResources?: true
  watches?: readonly string[]
}): DefinedView<Name, Query, Item> {
  const { name, describes, query, item, read, find, dropped, showsResources, watches } = definition
  return {
    name,
    describes,
    query,
    item,
    ...(showsResources ? { showsResources } : {}),
    ...(watches ? { watches } : {}),
    // An item is an object, whose members the reader of a view may list.
    read: async (raw: unknown) => (await read(parseInput(name, query, raw ?? {}))) as readonly ViewItem[],
    ...(find
      ? { find: async (key, raw) => find(key, parseInput(name, query, raw ?? {})) as ViewItem | undefined }
      : {}),
    ...(dropped ? { dropped } : {}),
  }
}

/** The same verbs under one heading. */
export function inGroup<Made extends Verb>(group: string, verbs: readonly Made[]): readonly Made[] {
  return verbs.map((verb) => ({ ...verb, group }))
}

export function byName<Named extends { readonly name: string }>(list: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(list.map((named) => [named.name, named]))
}

function parseInput<Input extends z.ZodType>(name: string, input: Input, raw: unknown): z.output<Input> {
  const parsed = input.safeParse(raw)
  if (parsed.success) return parsed.data
  const error = new z.ZodError(parsed.error.issues.map((issue) => withNearest(issue, input)))
  throw new VerbError('invalid', `${name}: ${z.prettifyError(error)}`, issuesOf(error))
}

/** Of a member that there is not, what may have been meant. */
function withNearest(issue: z.core.$ZodIssue, input: z.ZodType): z.core.$ZodIssue {
  if (issue.code !== 'unrecognized_keys' || issue.path.length > 0 || !(input instanceof z.ZodObject)) return issue
  const hints = issue.keys.map((key) => suggest(key, Object.keys(input.shape)))
  return { ...issue, message: `${issue.message}. ${hints.join(' ')}` }
}

/** A symbol is no key of JSON, so it never stands in a path. */
function issuesOf({ issues }: z.ZodError): readonly Issue[] {
  return issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }))
}
