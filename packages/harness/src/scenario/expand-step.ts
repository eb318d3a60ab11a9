// Steps that stand for others: repeat, and include, which reads a fragment. Placeholders of theirs get their value when the file is read.
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { suggest } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { BadInput } from '../written/problem.ts'
import { readTextFile } from '../written/read-text-file.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import { type Path, readYaml, type YamlDocument } from '../written/yaml-document.ts'
import { type CheckContext, complain } from './check-context.ts'
import { resolveBeside } from './company-source.ts'
import { filled } from './filled.ts'
import { perCombination } from './per-combination.ts'
import type { Step } from './scenario.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const MOST_TIMES = 1000
const Steps = z.array(z.record(z.string(), z.unknown())).min(1).meta({ holds: 'steps' })

export const RepeatInput = z
  .strictObject({
    times: z.int().min(1).max(MOST_TIMES).optional().describe('How many times'),
    over: z.array(z.unknown()).min(1).optional().describe('Or a list: once for each of its entries'),
    as: z.string().regex(NAME).default('round').describe('Name of the placeholder: the entry, or 1, 2, 3'),
    steps: Steps.describe('What is repeated'),
  })
  .refine(({ times, over }) => (times === undefined) !== (over === undefined), {
    message: 'it says how often, by times or by over, and not by both',
  })

export const IncludeInput = z.union([
  z.string().min(1).describe('Name of a fragment'),
  z.strictObject({
    fragment: z.string().min(1).describe('Name of a fragment'),
    with: z.record(z.string(), z.unknown()).default({}).describe('Values of its parameters'),
  }),
])

/** The shape of a fragment's file. */
export const Fragment = z.strictObject({
  fragment: z.string().min(1).describe('One line: what happens'),
  description: z.string().optional(),
  parameters: z
    .record(
      z.string().regex(NAME),
      z.strictObject({ describes: z.string().optional(), default: z.unknown().optional() }).nullable(),
    )
    .default({}),
  steps: z.array(z.unknown()).min(1),
})

/** Checks one written step and yields what it stands for. */
type CheckStep = (written: unknown, path: Path, context: CheckContext) => Step[]

/** The steps in the place of one that stands for others. */
export function expandStep(
  kind: 'repeat' | 'include',
  input: unknown,
  path: Path,
  context: CheckContext,
  check: CheckStep,
): Step[] {
  const expand = kind === 'repeat' ? repeated : included
  return perCombination(input, path, context, (said, inside) => expand(said, path, inside, check))
}

function repeated(input: unknown, path: Path, context: CheckContext, check: CheckStep): Step[] {
  const read = parsed(RepeatInput, input, 'repeat', path, context.document, context)
  if (!read) return []
  const { times = 0, over = Array.from({ length: times }, (_, index) => index + 1), as, steps } = read
  return over.flatMap((entry) =>
    steps.flatMap((step, index) => check(filled(step, { [as]: entry }), [...path, 'steps', index], context)),
  )
}

function included(input: unknown, path: Path, context: CheckContext, check: CheckStep): Step[] {
  const read = parsed(IncludeInput, input, 'include', path, context.document, context)
  if (!read) return []
  const { fragment: name, with: values } = typeof read === 'string' ? { fragment: read, with: {} } : read
  const found = fragmentAt(name, path, context)
  if (!found) return []
  const { document, path: file, fragment } = found
  const own = argumentsOf(fragment.parameters, values, { name, path }, context)
  if (!own) return []
  const inside = { ...context, document, path: file, within: [...context.within, file] }
  const steps = fragment.steps.flatMap((step, index) => check(filled(step, own), ['steps', index], inside))
  // A run tells places of the scenario's own file.
  return steps.map((step) => ({ ...step, path, inputPath: path, note: step.note ?? `${name}: ${fragment.fragment}` }))
}

interface FoundFragment {
  readonly document: YamlDocument
  readonly path: string
  readonly fragment: z.infer<typeof Fragment>
}

function fragmentAt(name: string, path: Path, context: CheckContext): FoundFragment | undefined {
  const file = resolveBeside(dirname(context.path), join('fragments', `${name}.yaml`).replaceAll('\\', '/'))
  if (!existsSync(file)) {
    complain(
      context,
      path,
      `There is no fragment "${name}".`,
      `Looked for fragments/${name}.yaml beside the file and above it.`,
    )
    return undefined
  }
  if (context.within.includes(file)) {
    complain(context, path, `The fragment "${name}" includes itself.`)
    return undefined
  }
  try {
    const shown = join(dirname(context.document.file), relative(dirname(context.path), file))
    const document = readYaml(shown, readTextFile(file))
    context.reads.add(file)
    const fragment = parsed(Fragment, document.value, 'A fragment', [], document, context)
    return fragment && { document, path: file, fragment }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    context.problems.push(...error.problems)
    return undefined
  }
}

function argumentsOf(
  parameters: z.infer<typeof Fragment>['parameters'],
  values: Readonly<Record<string, unknown>>,
  { name, path }: { readonly name: string; readonly path: Path },
  context: CheckContext,
): Record<string, unknown> | undefined {
  const known = Object.keys(parameters)
  const strange = Object.keys(values).filter((one) => !known.includes(one))
  for (const one of strange) {
    complain(
      context,
      [...path, 'with', one],
      `The fragment "${name}" has no parameter "${one}".`,
      suggest(one, known),
      'key',
    )
  }
  const given = known.map((one) => [one, values[one] ?? parameters[one]?.default] as const)
  const missing = given.filter(([, value]) => value === undefined).map(([one]) => one)
  if (missing.length > 0 && strange.length === 0)
    complain(context, path, `The fragment "${name}" needs ${missing.join(', ')}.`, 'Write them under with.')
  return strange.length > 0 || missing.length > 0 ? undefined : Object.fromEntries(given)
}

function parsed<Type extends z.ZodType>(
  type: Type,
  value: unknown,
  what: string,
  path: Path,
  document: YamlDocument,
  { problems }: CheckContext,
): z.output<Type> | undefined {
  const result = type.safeParse(value)
  if (result.success) return result.data
  problems.push(...schemaProblems({ document, path, value: isPlainObject(value) ? value : { value }, type, what }))
  return undefined
}
