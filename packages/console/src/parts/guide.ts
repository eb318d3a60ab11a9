// What a help page asks for, line by line, and which of its lines the world shows to be done, by the page or by hand.

export interface GuideLine {
  /** As the page numbers its parts: `1.2 Create an app in Entra ID`. */
  readonly part: string
  /** In the words of the page. */
  readonly text: string
  readonly isDone: boolean
  /** Address of the page where it is done. */
  readonly to: string
}

export interface SourceFact {
  readonly status: string
  readonly workforceTypeRules: readonly unknown[]
  readonly counts: { readonly succeeded: number }
}

/** The receiver's half of a help page. */
export interface ReceiverFacts {
  readonly isForeign: boolean
  readonly source: SourceFact | undefined
  readonly people: number
}

export function doneOf(lines: readonly GuideLine[]): number {
  return lines.filter(({ isDone }) => isDone).length
}

/** Lines by their part, in order. */
export function partsOf(
  lines: readonly GuideLine[],
): readonly (readonly [part: string, lines: readonly GuideLine[]])[] {
  const parts = [...new Set(lines.map(({ part }) => part))]
  return parts.map((part) => [part, lines.filter((line) => line.part === part)])
}

type Step = readonly [text: string, isDone: boolean, to: string]

export function linesOf(part: string, steps: readonly Step[]): readonly GuideLine[] {
  return steps.map(([text, isDone, to]) => ({ part, text, isDone, to }))
}

/** Every page begins with the receiver's half; where somebody's own endpoint is in its place, it is its owner's. */
export function sourceLines(
  part: string,
  kind: string,
  source: SourceFact | undefined,
  { add, list }: { readonly add: string; readonly list: string },
): readonly GuideLine[] {
  return linesOf(part, [
    [`Settings > Directory Sync > Add sync source, select ${kind}; Copy Token and Copy URL`, source !== undefined, add],
    [
      'Set attributes: the sync rules for workforce type',
      source !== undefined && source.workforceTypeRules.length > 0,
      source ? list : add,
    ],
    ['Save and Activate', source?.status === 'active', source ? list : add],
  ])
}
