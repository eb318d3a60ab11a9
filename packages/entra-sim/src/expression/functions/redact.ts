import { parameter, type StrictFunction } from '../expression-function.ts'

/**
 * `Redact(value)`: the value itself; logs and traces show `[Redact]` instead.
 * Source: Microsoft function reference [documented].
 */
export const redact: StrictFunction = {
  kind: 'strict',
  name: 'Redact',
  listed: true,
  describes: 'The value itself; logs show none of it.',
  example: { expression: 'Redact("secret")', result: 'secret' },
  parameters: [parameter('value', { takesList: true })],
  evaluate: (given) => given[0] ?? null,
}
