/**
 * Regular expressions of mappings and scoping filters are .NET's and come from users, so they are run by a matcher of
 * our own: it backtracks as .NET does, understands what JavaScript's engine does not (inline options, atomic groups,
 * `\A`, `\z`, Unicode `\d`), and counts its steps, so that no pattern can hang the program.
 */

/** Tells whether one UTF-16 unit matches. */
export type CharacterTest = (unit: number) => boolean

/** Places between characters. */
export type Anchor = 'lineStart' | 'start' | 'lineEnd' | 'endBeforeNewline' | 'end' | 'boundary' | 'noBoundary'

/** A parsed pattern. `max` is Infinity for an open end; groups are numbered as .NET does, named ones last. */
export type RegexNode =
  | { readonly kind: 'text'; readonly tests: readonly CharacterTest[] }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'alternation'; readonly branches: readonly RegexNode[] }
  | {
      readonly kind: 'repeat'
      readonly item: RegexNode
      readonly min: number
      readonly max: number
      readonly isLazy: boolean
    }
  | { readonly kind: 'group'; readonly key: string; readonly item: RegexNode }
  | { readonly kind: 'atomic'; readonly item: RegexNode }
  | { readonly kind: 'look'; readonly item: RegexNode; readonly isBehind: boolean; readonly isNegative: boolean }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'backreference'; readonly key: string; readonly ignoresCase: boolean }

/** Inline options of .NET that change how a pattern is read. */
export interface RegexOptions {
  readonly ignoresCase: boolean
  readonly isMultiline: boolean
  readonly isSingleLine: boolean
  readonly namedOnly: boolean
  readonly ignoresSpace: boolean
}

/** A pattern, or why it is none. */
export type ParsedPattern =
  | { readonly ok: true; readonly node: RegexNode; readonly groups: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly offset: number }
