import { BadInput } from '@scimulator/harness/scenario'
import { z } from 'zod'

/**
 * `name=value` pairs as the input of a type: values are JSON where the type takes it, and texts otherwise; a dot in a name leads inward.
 * @throws BadInput with what is wrong, in the words of the type
 */
export function namedValues(pairs: readonly string[], type: z.ZodType, what: string): Record<string, unknown> {
  const written = pairs.map(pairOf)
  const asJson = assembled(written.map(({ path, text }) => ({ path, value: jsonOr(text) })))
  const first = type.safeParse(asJson)
  if (first.success) return asJson
  // A number that is wanted as a text, such as an employee number.
  const wrong = first.error.issues.map(({ path }) => path.join('.'))
  const asWanted = assembled(
    written.map(({ path, text }) => ({ path, value: wrong.includes(path.join('.')) ? text : jsonOr(text) })),
  )
  const second = type.safeParse(asWanted)
  if (second.success) return asWanted
  throw new BadInput(`${what}: ${z.prettifyError(second.error)}`)
}

interface Pair {
  readonly path: readonly string[]
  readonly text: string
}

function pairOf(written: string): Pair {
  const at = written.indexOf('=')
  if (at < 1) throw new BadInput(`"${written}" is no name=value.`)
  return { path: written.slice(0, at).split('.'), text: written.slice(at + 1) }
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function assembled(
  values: readonly { readonly path: readonly string[]; readonly value: unknown }[],
): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const { path, value } of values) {
    let node = whole
    for (const part of path.slice(0, -1)) {
      const inner = Object.hasOwn(node, part) ? node[part] : undefined
      const next: Record<string, unknown> = isRecord(inner) ? inner : {}
      node[part] = next
      node = next
    }
    node[path.at(-1) ?? ''] = value
  }
  return whole
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
