/** What an expression of Okta's language comes to (O808 to O824). */
export type Value = string | number | boolean | null | readonly string[]

/** Why an expression is not one, with the place of it. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  /** From 0, in characters. */
  readonly at: number

  constructor(message: string, at: number) {
    super(`${message}, at character ${at + 1}`)
    this.at = at
  }
}

/** Why an expression comes to nothing for somebody (O823). */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** No text that an expression makes is longer. */
const LONGEST_TEXT = 10_000

export function limited(text: string): string {
  if (text.length > LONGEST_TEXT) throw new Failure('The text became too long.')
  return text
}
