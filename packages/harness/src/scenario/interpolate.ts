// ${name.member}: a saved result, or a value of the matrix. A text that is nothing but one placeholder keeps the value's type.
// $${name} is no placeholder but the text ${name}, as templates of expressions and regular expressions have it.
import { isPlainObject } from '../written/plain-object.ts'
import type { Path } from '../written/yaml-document.ts'

const PLACEHOLDER = /\$?\$\{([^}]*)\}/g
const IS_ESCAPED = /^\$\$/

/** Looks a dotted name up; undefined when there is nothing of that name. */
export type Lookup = (name: string) => unknown

export interface Missing {
  readonly name: string
  readonly path: Path
}

export interface Interpolated {
  readonly value: unknown
  readonly missing: readonly Missing[]
}

/** @param keepsEscapes what is read again, for other placeholders, has to say $${name} still */
export function interpolate(value: unknown, lookup: Lookup, path: Path = [], keepsEscapes = false): Interpolated {
  const missing: Missing[] = []

  function text(written: string, at: Path): unknown {
    const whole = /^\$\{([^}]*)\}$/.exec(written)
    if (whole) return found(whole[1] ?? '', at)
    return written.replace(PLACEHOLDER, (all, name: string) =>
      IS_ESCAPED.test(all) ? all.slice(keepsEscapes ? 0 : 1) : asText(found(name, at)),
    )
  }

  function found(name: string, at: Path): unknown {
    const value = lookup(name.trim())
    if (value === undefined) missing.push({ name: name.trim(), path: at })
    return value
  }

  function walk(node: unknown, at: Path): unknown {
    if (typeof node === 'string') return text(node, at)
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...at, index]))
    if (!isPlainObject(node)) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, item]) => [asText(text(key, [...at, key])), walk(item, [...at, key])]),
    )
  }

  return { value: walk(value, path), missing }
}

export function hasPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${')
  if (Array.isArray(value)) return value.some(hasPlaceholder)
  return (
    isPlainObject(value) && Object.entries(value).some(([key, item]) => hasPlaceholder(key) || hasPlaceholder(item))
  )
}

/** Every placeholder in a value, with its place. */
export function placeholdersIn(value: unknown, path: Path = []): Missing[] {
  return [...interpolate(value, () => undefined, path).missing]
}

/** Follows a dotted name through own properties only. A member may have dots in its own name, as `@odata.nextLink` has. */
export function lookupIn(root: Readonly<Record<string, unknown>>): Lookup {
  return (name) => follow(root, name.split('.'))
}

function follow(node: unknown, parts: readonly string[]): unknown {
  if (parts.length === 0) return node
  if (!isContainer(node)) return undefined
  for (let taken = 1; taken <= parts.length; taken++) {
    const key = parts.slice(0, taken).join('.')
    const found = Object.hasOwn(node, key) ? follow(node[key], parts.slice(taken)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}
