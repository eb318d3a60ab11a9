// Names in what an expectation holds against a view, checked against what the view's items are made of: a misspelt one selects nobody, or is
// absent from everybody, so that nothing would be asked and all would seem well.
import { nearest, suggest } from '@scimulator/shared/behaviour'
import { isPlainObject } from '../written/plain-object.ts'
import type { Path } from '../written/yaml-document.ts'
import { hasPlaceholder } from './interpolate.ts'
import { matcherOf } from './matchers.ts'
import { type Field, jsonType } from './view-fields.ts'

export interface FieldProblem {
  readonly message: string
  readonly hint?: string
  readonly path: Path
  /** The name that is unknown, where an endpoint may have members that no schema names. */
  readonly strange?: string
  readonly part: 'key' | 'value'
}

/** @param name what the field is called in messages: that of the view, and the way in from there */
export function fieldProblems(written: unknown, field: Field, name: string, path: Path): FieldProblem[] {
  if (typeof written === 'string' && hasPlaceholder(written)) return []
  const found = matcherOf(written)
  if (found) return matcherFieldProblems(found, field, name, path)
  const wrong = isMisspeltMatcher(written) ? undefined : valueProblem(written, field, name, path)
  if (wrong) return [wrong]
  if (Array.isArray(written)) return entryProblems(written, field, name, path)
  if (!isPlainObject(written)) return []
  return Object.entries(written).flatMap(([key, value]) => memberProblems(key, value, field, name, path))
}

function memberProblems(key: string, value: unknown, field: Field, name: string, path: Path): FieldProblem[] {
  if (hasPlaceholder(key) || (key.startsWith('$') && key !== '$ref')) return []
  const at = [...path, key]
  const member = field.members.get(key)
  if (member) return fieldProblems(value, member, `${name}: ${key}`, at)
  if (field.members.size === 0 && field.types === undefined) return []
  if (field.other === undefined || !isOther(key, field)) {
    const hint = suggest(key, field.members.keys())
    const strange = field.other === undefined ? {} : { strange: key }
    return [{ message: `${name} has no "${key}".`, hint, path: at, part: 'key', ...strange }]
  }
  return fieldProblems(value, field.other, `${name}: ${key}`, at)
}

/** Where any name may stand, one that is a letter or two away from a known one is that one, misspelt. */
function isOther(key: string, { members, otherNames }: Field): boolean {
  if (otherNames) return otherNames.test(key)
  return members.size === 0 || nearest(key, members.keys(), 1).length === 0
}

function entryProblems(written: readonly unknown[], field: Field, name: string, path: Path): FieldProblem[] {
  const { entries } = field
  if (!entries) return []
  return written.flatMap((one, index) => fieldProblems(one, entries, name, [...path, index]))
}

function matcherFieldProblems(
  { name: matcher, operand }: { readonly name: string; readonly operand: unknown },
  field: Field,
  name: string,
  path: Path,
): FieldProblem[] {
  const at = [...path, matcher]
  const operands = Array.isArray(operand) ? operand : []
  if (matcher === '$size' || matcher === '$field') return []
  if (matcher === '$not') return fieldProblems(operand, field, name, at)
  if (matcher === '$oneOf' || matcher === '$all')
    return operands.flatMap((one, index) => fieldProblems(one, field, name, [...at, index]))
  if (matcher === '$each' && field.entries) return fieldProblems(operand, field.entries, name, at)
  if (matcher === '$unordered') return entryProblems(operands, field, name, at)
  if (matcher === '$contains' && field.entries && !field.types?.has('string')) {
    return fieldProblems(operand, field.entries, name, at)
  }
  return []
}

/** A place in an item, written with dots, that the view's items do not have. */
export function placeProblem(place: string, field: Field, name: string, path: Path): FieldProblem | undefined {
  const [first = '', ...rest] = place.split('.')
  if (hasPlaceholder(place) || first === '') return undefined
  const entry = field.entries
  if (entry && /^\d+$/.test(first)) return placeProblem(rest.join('.'), entry, `${name}: ${first}`, path)
  const member = field.members.get(first)
  if (member) return placeProblem(rest.join('.'), member, `${name}: ${first}`, path)
  const [problem] = memberProblems(first, `\${}`, field, name, path)
  return problem && { ...problem, path, part: 'value' }
}

/** It is told as such already. */
function isMisspeltMatcher(written: unknown): boolean {
  return isPlainObject(written) && Object.keys(written).some((key) => key.startsWith('$') && key !== '$ref')
}

/** A value that can never stand there. */
function valueProblem(written: unknown, field: Field, name: string, path: Path): FieldProblem | undefined {
  const { types, choices, members } = field
  if (types === undefined) return undefined
  const problem = (message: string, hint?: string): FieldProblem => ({
    message: `${name} ${message}`,
    ...(hint === undefined ? {} : { hint }),
    path,
    part: 'value',
  })
  const type = jsonType(written)
  if (!types.has(type)) {
    const hint = members.size > 0 ? `Its members: ${[...members.keys()].join(', ')}.` : undefined
    return problem(`is never ${JSON.stringify(written)}: it is ${[...types].map(inWords).join(' or ')}.`, hint)
  }
  if (type !== 'string' || choices === undefined || choices.includes(written)) return undefined
  return problem(`is never ${JSON.stringify(written)}.`, suggest(String(written), choices.map(String)))
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'null',
}

function inWords(type: string): string {
  return WORDS[type] ?? type
}
