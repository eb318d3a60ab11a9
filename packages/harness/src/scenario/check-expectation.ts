import { suggest } from '@scimulator/shared/behaviour'
import { isPlainObject } from '../written/plain-object.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import type { Path } from '../written/yaml-document.ts'
import { type CheckContext, checkPlaceholders } from './check-context.ts'
import { hasPlaceholder } from './interpolate.ts'
import { matcherProblems } from './matcher-problems.ts'
import type { WrittenExpectation } from './scenario.ts'
import { TranscriptExpectation, ViewExpectation } from './scenario-grammar.ts'

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
  checkView(String(value.view), value.query ?? {}, path, context)
}

function checkView(name: string, query: unknown, path: Path, context: CheckContext): void {
  const { document, problems, vocabulary } = context
  const view = vocabulary.views.get(name)
  if (!view) {
    const hint = suggest(name, vocabulary.views.keys())
    problems.push({ position: document.position([...path, 'view']), message: `There is no view "${name}".`, hint })
    return
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
}
