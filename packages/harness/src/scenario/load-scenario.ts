// From a file to a scenario: every check that can be made without running anything, all complaints at once.
import { resolve } from 'node:path'
import { suggest } from '@scimulator/shared/behaviour'
import { parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { BadInput, formatProblem, type Problem, rejected } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import { readYaml, type YamlDocument } from '../written/yaml-document.ts'
import { type CheckContext, checkPlaceholders } from './check-context.ts'
import { checkExpectation } from './check-expectation.ts'
import { checkStep } from './check-step.ts'
import { shownPath } from './find-files.ts'
import { hasPlaceholder, interpolate, lookupIn } from './interpolate.ts'
import { combinationsOf } from './matrix.ts'
import type { Scenario, Step, WrittenExpectation } from './scenario.ts'
import { DEFAULT_START, Matrix, OWN_GIVEN, SCENARIO_HEAD, Start } from './scenario-grammar.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface LoadOptions {
  readonly vocabulary: Vocabulary
  /** Folder that shown paths are relative to; default the working directory. */
  readonly root?: string
}

const ScenarioHead = z.object(SCENARIO_HEAD)

/** @throws BadInput with every problem of the file. */
export function loadScenario(file: string, options: LoadOptions): Scenario {
  const path = resolve(options.root ?? '.', file)
  const shown = shownPath(path, options.root)
  return parseScenario(readText(path, shown), { path, file: shown, vocabulary: options.vocabulary })
}

function readText(path: string, shown: string): string {
  try {
    return readTextFile(path)
  } catch (error) {
    if (error instanceof BadInput) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadInput(`${shown} cannot be read (${reason}). Give the path of a scenario file or of a folder.`)
  }
}

export interface ParseOptions {
  readonly path: string
  readonly file: string
  readonly vocabulary: Vocabulary
}

/** @throws BadInput with every problem of the text. */
export function parseScenario(text: string, options: ParseOptions): Scenario {
  return scenarioIn(readYaml(options.file, text), options)
}

/** @throws BadInput with every problem of the document. */
export function scenarioIn(document: YamlDocument, options: ParseOptions): Scenario {
  const top = document.value
  if (!isPlainObject(top)) {
    const message = 'A scenario file is a map with scenario, description and steps.'
    throw rejected([{ position: document.position([]), message }])
  }
  const context = newContext(document, options, top)
  const steps = listAt(top, 'steps').flatMap((value, index) => checkStep(value, ['steps', index], context))
  const expectations = listAt(top, 'expect').map((value, index) => ({ value, path: ['expect', index] }))
  for (const written of expectations) checkExpectation(written, context)
  const problems = [...headProblems(document, top), ...givenProblems(document, top, context), ...context.problems]
  if (problems.length > 0) throw rejected(inOrder(distinct(problems)))
  return assemble(top, document, options, context, steps, expectations)
}

function newContext(document: YamlDocument, options: ParseOptions, top: Record<string, unknown>): CheckContext {
  return {
    document,
    vocabulary: options.vocabulary,
    path: options.path,
    within: [],
    combinations: combinationsOf(matrixOf(top)),
    names: new Map<string, unknown>([['matrix', isPlainObject(top.matrix) ? top.matrix : {}]]),
    said: new Set(),
    snapshots: new Set(),
    problems: [],
    programs: new Set(),
    companies: new Map(),
    reads: new Set(),
  }
}

/** What can be read of it; what cannot is told by the head's own check. */
function matrixOf(top: Record<string, unknown>): z.infer<typeof Matrix> {
  const matrix = Matrix.safeParse(top.matrix ?? {})
  return matrix.success ? matrix.data : {}
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
}

const HeadShape = z.strictObject({
  ...SCENARIO_HEAD,
  given: z.unknown().optional(),
  steps: z.array(z.unknown()).min(1).describe('One verb each, in order'),
  expect: z.array(z.unknown()).optional(),
})

function headProblems(document: YamlDocument, top: Record<string, unknown>): Problem[] {
  return schemaProblems({
    document,
    path: [],
    value: top,
    type: HeadShape,
    what: 'A scenario file',
    isLeft: hasPlaceholder,
  })
}

function givenProblems(document: YamlDocument, top: Record<string, unknown>, context: CheckContext): Problem[] {
  const given = top.given ?? {}
  if (!isPlainObject(given)) {
    return [{ position: document.position(['given']), message: '"given" is a map, such as { receiver: {} }.' }]
  }
  return Object.entries(given).flatMap(([key, value]) => {
    const path = ['given', key]
    if (key === 'start') return startProblems(document, value)
    const known = ownGiven(key) ?? context.vocabulary.given.get(key)
    if (!known) {
      const names = ['start', ...Object.keys(OWN_GIVEN), ...context.vocabulary.given.keys()]
      const position = document.position(path, 'key')
      return [{ position, message: `"given" knows no "${key}".`, hint: suggest(key, names) }]
    }
    if (known.program !== undefined) context.programs.add(known.program)
    // Nothing is saved before the first step, so only the matrix has values here.
    checkPlaceholders(value, path, { ...context, names: new Map([['matrix', context.names.get('matrix')]]) })
    return distinct(
      context.combinations.flatMap((matrix) => {
        const { value: filled } = interpolate(value ?? {}, lookupIn({ matrix }))
        return schemaProblems({
          document,
          path,
          value: filled,
          type: known.options,
          what: `given.${key}`,
          isLeft: hasPlaceholder,
        })
      }),
    )
  })
}

function ownGiven(key: string): { readonly options: z.ZodType; readonly program?: undefined } | undefined {
  const options = Object.entries(OWN_GIVEN).find(([name]) => name === key)?.[1]
  return options && { options }
}

function startProblems(document: YamlDocument, value: unknown): Problem[] {
  if (!hasPlaceholder(value)) {
    return schemaProblems({
      document,
      path: ['given', 'start'],
      value,
      type: Start,
      what: 'given.start',
      isLeft: hasPlaceholder,
    })
  }
  const message = 'given.start is one instant for the whole file and takes no placeholder.'
  return [{ position: document.position(['given', 'start']), message }]
}

/** Combinations that are wrong in the same way are told once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()]
}

function assemble(
  top: Record<string, unknown>,
  document: YamlDocument,
  { path, file }: ParseOptions,
  { combinations, programs, companies, reads }: CheckContext,
  steps: readonly Step[],
  expectations: readonly WrittenExpectation[],
): Scenario {
  const given = isPlainObject(top.given) ? top.given : {}
  const { start = DEFAULT_START, ...programOptions } = given
  const head = ScenarioHead.parse(top)
  return {
    path,
    file,
    document,
    title: head.scenario,
    description: head.description,
    seed: head.seed,
    start: Date.parse(String(start)),
    given: programOptions,
    combinations,
    steps,
    expectations,
    ...(head.invariants === undefined ? {} : { invariantsOff: head.invariants }),
    ...(head.only === undefined ? {} : { only: head.only }),
    tags: head.tags ?? [],
    ...(head.timeout === undefined ? {} : { timeoutMs: parseDuration(head.timeout) ?? 0 }),
    programs,
    companies,
    reads,
  }
}

function listAt(top: Record<string, unknown>, key: string): readonly unknown[] {
  const list = top[key]
  return Array.isArray(list) ? list : []
}
