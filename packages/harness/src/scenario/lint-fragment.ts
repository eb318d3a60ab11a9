// A fragment checked by itself: the file that includes it is the wrong place for its problems.
import type { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { BadInput, type Problem } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import { readYaml, type YamlDocument } from '../written/yaml-document.ts'
import { type CheckContext, complain } from './check-context.ts'
import { checkStep } from './check-step.ts'
import { Fragment } from './expand-step.ts'
import { filled } from './filled.ts'
import { shownPath } from './find-files.ts'
import { placeholdersIn } from './interpolate.ts'
import type { LoadOptions } from './load-scenario.ts'

/** Whether a file is a fragment rather than a scenario. */
export function isFragment(path: string): boolean {
  return /^(fragment|"fragment"|'fragment')\s*:/m.test(readTextFile(path))
}

/** Every problem of a fragment. Its parameters stand for any value; one that has a default is checked with it. */
export function lintFragment(path: string, { vocabulary, root }: LoadOptions): readonly Problem[] {
  try {
    const document = readYaml(shownPath(path, root), readTextFile(path))
    const read = Fragment.safeParse(document.value)
    if (!read.success) return shapeProblems(document)
    return stepProblems(read.data, contextOf(document, path, vocabulary))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return error.problems
  }
}

function shapeProblems(document: YamlDocument): readonly Problem[] {
  const { value } = document
  return schemaProblems({
    document,
    path: [],
    value: isPlainObject(value) ? value : {},
    type: Fragment,
    what: 'A fragment',
  })
}

function contextOf(document: YamlDocument, path: string, vocabulary: CheckContext['vocabulary']): CheckContext {
  return {
    document,
    vocabulary,
    path,
    within: [path],
    combinations: [{}],
    names: new Map(),
    said: new Set(),
    snapshots: new Set(),
    problems: [],
    programs: new Set(),
    companies: new Map(),
    reads: new Set(),
  }
}

function stepProblems({ parameters, steps }: z.infer<typeof Fragment>, context: CheckContext): readonly Problem[] {
  const defaults = Object.entries(parameters).flatMap(([name, one]) =>
    one?.default === undefined ? [] : [[name, one.default] as const],
  )
  for (const name of Object.keys(parameters)) context.names.set(name, undefined)
  const used = new Set(placeholdersIn(steps).map(({ name }) => name.split('.')[0]))
  for (const name of Object.keys(parameters).filter((one) => !used.has(one)))
    complain(context, ['parameters', name], `No step uses the parameter "${name}".`, undefined, 'key')
  for (const [index, step] of steps.entries())
    checkStep(filled(step, Object.fromEntries(defaults)), ['steps', index], context)
  return context.problems
}
