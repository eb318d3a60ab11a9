/** What is wrong with one member of an input. */
export interface Issue {
  /** Where it stands: `['rules', 0, 'name']`; empty for the whole. */
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Bad input or an impossible act, told to the caller: names the thing, the value and the way out. */
export class VerbError extends Error {
  readonly code: 'invalid' | 'not-found' | 'conflict' | 'refused'
  /** Of bad input: member by member. Empty when it is not one member's fault. */
  readonly issues: readonly Issue[]

  constructor(code: VerbError['code'], message: string, issues: readonly Issue[] = []) {
    super(message)
    this.name = 'VerbError'
    this.code = code
    this.issues = issues
  }
}
