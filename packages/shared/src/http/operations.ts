// Which operation of a surface a request is addressed to. Surfaces differ in how they write the segments of a path, and in nothing else.

export interface AddressedOperation {
  readonly method: string
  /** `/users/{user}/manager`: words, and parameters in braces. */
  readonly template: string
}

export interface SegmentRules {
  /** Whether a segment is this word of a template. Default the same text. */
  readonly isWord?: (word: string, segment: string) => boolean
  /** What a segment says as the value of a parameter. Default as it stands. */
  readonly readValue?: (segment: string) => string
}

export interface FoundOperation<Operation> {
  readonly operation: Operation
  readonly parameters: Readonly<Record<string, string>>
}

export interface OperationTable<Operation> {
  /** The operation, or which methods the path has, or undefined for an unknown path. */
  find(
    method: string,
    segments: readonly string[],
  ): FoundOperation<Operation> | { readonly allowed: readonly string[] } | undefined
}

/** The template with most words wins, so that `/users/delta` is not a user named delta; of equals the first. */
export function operationTable<Operation extends AddressedOperation>(
  operations: readonly Operation[],
  { isWord = (word, segment) => word === segment, readValue = (segment) => segment }: SegmentRules = {},
): OperationTable<Operation> {
  const rows = operations
    .map((operation) => ({ operation, parts: operation.template.split('/').slice(1) }))
    .sort((a, b) => wordsOf(b.parts) - wordsOf(a.parts))
  return {
    find(method, segments) {
      const fitting = rows.filter(({ parts }) => fits(parts, segments, isWord))
      const hit = fitting.find(({ operation }) => operation.method === method)
      if (hit) return { operation: hit.operation, parameters: parametersOf(hit.parts, segments, readValue) }
      return fitting.length === 0 ? undefined : { allowed: fitting.map(({ operation }) => operation.method) }
    },
  }
}

/** The name of a parameter; undefined for a word. */
function parameterName(part: string): string | undefined {
  return part.startsWith('{') ? part.slice(1, -1) : undefined
}

function wordsOf(parts: readonly string[]): number {
  return parts.filter((part) => parameterName(part) === undefined).length
}

function fits(
  parts: readonly string[],
  segments: readonly string[],
  isWord: NonNullable<SegmentRules['isWord']>,
): boolean {
  if (parts.length !== segments.length) return false
  return parts.every((part, index) => parameterName(part) !== undefined || isWord(part, segments[index] ?? ''))
}

function parametersOf(
  parts: readonly string[],
  segments: readonly string[],
  readValue: NonNullable<SegmentRules['readValue']>,
): Readonly<Record<string, string>> {
  const values = parts.flatMap((part, index) => {
    const name = parameterName(part)
    return name === undefined ? [] : [[name, readValue(segments[index] ?? '')] as const]
  })
  return Object.fromEntries(values)
}
