// `search_term` of a query of Directory Insights: what must, may and must not be, as an object of fields, a list of such objects, or nested.
import { VerbError } from '@scimulator/shared/behaviour'
import { isJsonObject } from '@scimulator/shared/scim'
import { valuesAt } from '../directory/values-at.ts'
import type { InsightsEvent } from './event.ts'

export type EventTest = (event: InsightsEvent) => boolean

const MOST_DEPTH = 8

/**
 * Fields hold when they have any of the values that are given; texts are compared without regard to case, as the log's own search does.
 * @throws VerbError for what is no term: an ignored one would find every event
 */
export function readSearchTerm(term: unknown): EventTest {
  return readGroup(term, 'search_term', 0)
}

function readGroup(term: unknown, path: string, depth: number): EventTest {
  if (!isJsonObject(term)) throw invalid(`${path} must be an object with and, or or not`)
  const tests = Object.entries(term).map(([word, value]) => readWord(word, value, `${path}.${word}`, depth))
  return (event) => tests.every((test) => test(event))
}

function readWord(word: string, value: unknown, path: string, depth: number): EventTest {
  if (depth > MOST_DEPTH) throw invalid(`search_term is nested more than ${MOST_DEPTH} deep`)
  const name = word.toLowerCase()
  if (name !== 'and' && name !== 'or' && name !== 'not') throw invalid(`${path} is none of and, or, not`)
  const tests = termsIn(value, path, depth)
  if (name === 'and') return (event) => tests.every((test) => test(event))
  if (name === 'or') return (event) => tests.some((test) => test(event))
  return (event) => !tests.some((test) => test(event))
}

/** Each field of an object is a term; an item of a list is one as a whole, so that `or` of two objects asks for either of them. */
function termsIn(value: unknown, path: string, depth: number): readonly EventTest[] {
  if (Array.isArray(value)) return value.map((one, index) => allOf(termsIn(one, `${path}[${index}]`, depth + 1)))
  if (!isJsonObject(value)) throw invalid(`${path} must be an object of fields, or a list of such objects`)
  return Object.entries(value).map(([field, wanted]) => readField(field, wanted, path, depth))
}

function readField(field: string, wanted: unknown, path: string, depth: number): EventTest {
  if (['and', 'or', 'not'].includes(field.toLowerCase())) return readWord(field, wanted, `${path}.${field}`, depth + 1)
  if (isJsonObject(wanted))
    return allOf(Object.entries(wanted).map(([name, value]) => readField(`${field}.${name}`, value, path, depth + 1)))
  const values = new Set([wanted].flat().map(folded))
  return (event) => valuesAt({ ...event }, field).some((value) => values.has(folded(value)))
}

function allOf(tests: readonly EventTest[]): EventTest {
  return (event) => tests.every((test) => test(event))
}

/** An object as JSON: it may have a member `toString` of its own, which is no function. */
function folded(value: unknown): string {
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).toLowerCase()
}

function invalid(message: string): VerbError {
  return new VerbError('invalid', message)
}
