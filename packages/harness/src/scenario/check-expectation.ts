import { suggest } from '@scimulator/shared/behaviour'
import { isPlainObject } from '../written/plain-object.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import type { Path } from '../written/yaml-document.ts'
import { addGolden, type CheckContext, checkPlaceholders } from './check-context.ts'
import { capturesOf } from './expectations-of.ts'
import { fieldProblems, placeProblem } from './field-problems.ts'
import { hasPlaceholder } from './interpolate.ts'
import { matcherProblems } from './matcher-problems.ts'
import type { WrittenExpectation } from './scenario.ts'
import { TranscriptExpectation, ViewExpectation } from './scenario-grammar.ts'
import { type Field, fieldsOf } from './view-fields.ts'
import type { ViewWord } from './vocabulary.ts'

/** Complains about an expectation that cannot be asked: unknown view, wrong operator, unknown matcher. */
export function checkExpectation({ value, path }: WrittenExpectation, context: CheckContext): void {
  const { document, problems } = context
  checkPlaceholders(value, path, context)
  if (isPlainObject(value) && 'transcript' in value) {
    problems.push(
      ...schemaProblems({
        document,
        path,
        value,
        type: TranscriptExpectation,
        what: 'An expectation',
        isLeft: hasPlaceholder,
      }),
    )
    addGolden(value.transcript, context)
    return
  }
  const found = schemaProblems({
    document,
    path,
    value,
    type: ViewExpectation,
    what: 'An expectation',
    isLeft: hasPlaceholder,
  })
  problems.push(...found)
  if (found.length > 0 || !isPlainObject(value)) return
  for (const part of ['where', 'include', 'exactly', 'each', 'sequence'] as const) {
    for (const { message, path: at } of matcherProblems(value[part], [...path, part])) {
      problems.push({ position: document.position(at, 'key'), message })
    }
  }
  const view = checkView(String(value.view), value.query ?? {}, path, context)
  if (view) checkFields(view, value, path, context)
  for (const name of capturesOf(value)) context.names.set(name, undefined)
}

function checkView(name: string, query: unknown, path: Path, context: CheckContext): ViewWord | undefined {
  const { document, problems, vocabulary } = context
  const view = vocabulary.views.get(name)
  if (!view) {
    const hint = suggest(name, vocabulary.views.keys())
    problems.push({ position: document.position([...path, 'view']), message: `There is no view "${name}".`, hint })
    return undefined
  }
  if (view.program) context.programs.add(view.program)
  const what = `Query of ${name}`
  problems.push(
    ...schemaProblems({
      document,
      path: [...path, 'query'],
      value: query,
      type: view.query,
      what,
      isLeft: hasPlaceholder,
    }),
  )
  return view
}

/** Every name, and every value that can be judged, of what is held against the view's items. */
function checkFields(
  { name, item }: ViewWord,
  expectation: Readonly<Record<string, unknown>>,
  path: Path,
  { document, problems, said }: CheckContext,
): void {
  const fields = fieldsOf(item)
  const found = partialsIn(expectation).flatMap(({ partial, at }) =>
    fieldProblems(partial, fields, name, [...path, ...at]),
  )
  for (const { message, hint, path: inner, part, strange } of [
    ...found,
    ...captureProblems(expectation, fields, name, path),
    ...placesIn(expectation).flatMap(({ place, at }) => placeProblem(place, fields, name, [...path, ...at]) ?? []),
  ]) {
    if (strange !== undefined && said.has(strange)) continue
    problems.push({ position: document.position(inner, part), message, ...(hint === undefined ? {} : { hint }) })
  }
}

function captureProblems({ capture }: Readonly<Record<string, unknown>>, fields: Field, view: string, path: Path) {
  return Object.entries(isPlainObject(capture) ? capture : {}).flatMap(([name, place]) => {
    const field = isPlainObject(place) ? place.field : undefined
    return (typeof field === 'string' && placeProblem(field, fields, view, [...path, 'capture', name, 'field'])) || []
  })
}

/** Fields that are named as values: those that must be distinct, and those that another is compared with. */
function placesIn(written: unknown, at: Path = []): readonly { readonly place: string; readonly at: Path }[] {
  if (Array.isArray(written)) return written.flatMap((one, index) => placesIn(one, [...at, index]))
  if (!isPlainObject(written)) return []
  return Object.entries(written).flatMap(([key, value]) => {
    const isPlace = typeof value === 'string' && key === '$field'
    if (isPlace) return [{ place: value, at: [...at, key] }]
    if (key !== 'distinct' || at.length > 0 || !Array.isArray(value)) return placesIn(value, [...at, key])
    return value.map((one, index) => ({ place: String(one), at: [key, index] }))
  })
}

interface WrittenPartial {
  readonly partial: unknown
  readonly at: Path
}

/** What of an expectation an item is held against. */
function partialsIn(expectation: Readonly<Record<string, unknown>>): readonly WrittenPartial[] {
  const whole = ['where', 'each'].map((at) => ({ partial: expectation[at] ?? {}, at: [at] }))
  const byKey = ['include', 'exactly'].flatMap((operator) => {
    const partials = expectation[operator]
    if (!isPlainObject(partials)) return []
    return Object.entries(partials).map(([key, partial]) => ({ partial, at: [operator, key] }))
  })
  const { sequence } = expectation
  const inOrder = Array.isArray(sequence)
    ? sequence.map((partial, index) => ({ partial, at: ['sequence', index] }))
    : []
  return [...whole, ...byKey, ...inOrder]
}
