// Checks a part of a file against a zod type and turns each issue into a problem with its place.

import { nearest } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { isPlainObject } from './plain-object.ts'
import type { Problem } from './problem.ts'
import type { Path, YamlDocument } from './yaml-document.ts'

export interface Checked {
  readonly document: YamlDocument
  /** Where `value` stands in the document. */
  readonly path: Path
  readonly value: unknown
  readonly type: z.ZodType
  /** What it is, for the message: `entra.assign`. */
  readonly what: string
  /** Whether nothing is said of a value yet: what a placeholder will bring is checked by the run, with the same places. */
  readonly isLeft?: (value: unknown) => boolean
}

export function schemaProblems(checked: Checked): Problem[] {
  const parsed = checked.type.safeParse(checked.value)
  if (parsed.success) return []
  return parsed.error.issues.flatMap(innermost).flatMap((issue) => problemsOf(issue, checked))
}

type Issue = z.core.$ZodIssue

/** Of a union, the branch that came nearest: the one with the fewest, deepest complaints. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] })),
  )
  const deepest = (branch: readonly Issue[]): number => Math.max(0, ...branch.map((inner) => inner.path.length))
  const [best] = [...branches].sort((a, b) => deepest(b) - deepest(a) || a.length - b.length)
  if (!best || deepest(best) === issue.path.length) return [issue]
  return best
}

function problemsOf(issue: Issue, checked: Checked): Problem[] {
  const inner = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  const value = valueAt(checked.value, inner)
  const path = [...checked.path, ...inner]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, value, path, inner, checked))
  if (value === undefined) return [missingMember(inner, checked)]
  if (checked.isLeft?.(value)) return []
  return [
    { position: checked.document.position(path), message: `${nameOf(inner, checked)}: ${issueText(issue, value)}` },
  ]
}

function unknownKey(key: string, value: unknown, path: Path, inner: Path, checked: Checked): Problem {
  const known = membersAt(checked.type, inner)
  const near = nearest(key, known)
  const hint =
    near.length > 0
      ? `Did you mean ${near.map((name) => JSON.stringify(name)).join(' or ')}?`
      : known.length > 0
        ? `Known here: ${known.join(', ')}.`
        : undefined
  return {
    position: checked.document.position([...path, key], 'key'),
    message: `${nameOf(inner, checked)} knows no "${key}"${isPlainObject(value) ? ` (value ${shown(value[key])})` : ''}.`,
    ...(hint === undefined ? {} : { hint }),
  }
}

function missingMember(inner: Path, checked: Checked): Problem {
  const around = inner.slice(0, -1)
  return {
    position: checked.document.position([...checked.path, ...around], 'key'),
    message: `${nameOf(around, checked)} lacks "${String(inner.at(-1) ?? '')}".`,
  }
}

function nameOf(inner: Path, { what }: Checked): string {
  return inner.length === 0 ? what : `${what}: ${inner.join('.')}`
}

function issueText(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') return notAllowed(value, issue.values)
  // Which of several maps is meant, by one of their members.
  const kinds = issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined
  if (Array.isArray(kinds) && typeof value === 'string') return notAllowed(value, kinds)
  return `${issue.message}; it is ${shown(value)}.`
}

function notAllowed(value: unknown, allowed: readonly unknown[]): string {
  const [near] = typeof value === 'string' ? nearest(value, allowed.map(String), 1) : []
  const hint = near === undefined ? '' : ` Did you mean ${JSON.stringify(near)}?`
  return `${shown(value)} is not allowed. Allowed: ${allowed.map(shown).join(', ')}.${hint}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, part) => {
    const holder = isPlainObject(node) || Array.isArray(node) ? Object.entries(node) : []
    return holder.find(([key]) => key === String(part))?.[1]
  }, value)
}

/** Names of the members that the type has at a place, read from its JSON Schema, which is the same for every kind of zod type. */
function membersAt(type: z.ZodType, path: Path): string[] {
  const schema: unknown = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })
  const reached = path.reduce<unknown[]>((nodes, part) => nodes.flatMap((node) => stepInto(node, part)), [schema])
  return [...new Set(reached.flatMap(branches).flatMap((node) => Object.keys(asRecord(node.properties))))]
}

function stepInto(node: unknown, part: string | number): unknown[] {
  return branches(node).flatMap((branch) => {
    if (typeof part === 'number') return branch.items === undefined ? [] : [branch.items]
    const member = asRecord(branch.properties)[part]
    return [member, branch.additionalProperties].filter(isPlainObject).slice(0, 1)
  })
}

function branches(node: unknown): Record<string, unknown>[] {
  if (!isPlainObject(node)) return []
  const choices = [node.anyOf, node.oneOf, node.allOf].filter(Array.isArray).flat()
  return [node, ...choices.flatMap(branches)]
}

function asRecord(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}
