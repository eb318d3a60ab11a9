import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { suggest } from '@scimulator/shared/behaviour'
import { parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { BadInput } from '../written/problem.ts'
import { schemaProblems } from '../written/schema-problems.ts'
import type { Path } from '../written/yaml-document.ts'
import { addGolden, type CheckContext, checkPlaceholders, complain } from './check-context.ts'
import { checkExpectation } from './check-expectation.ts'
import { checkParallel } from './check-parallel.ts'
import { companySourceOf, readCompanyFile, resolveBeside } from './company-source.ts'
import { expandStep } from './expand-step.ts'
import { hasPlaceholder } from './interpolate.ts'
import { modernStep, writtenKey } from './old-words.ts'
import type { Step } from './scenario.ts'
import { STEP_PARTS } from './scenario-grammar.ts'
import type { VerbWord } from './vocabulary.ts'

const StepParts = z.object(STEP_PARTS)

/** One step as written, with every complaint added to the context. A step that cannot be read yields nothing. */
export function checkStep(asWritten: unknown, path: Path, context: CheckContext): Step[] {
  if (!isPlainObject(asWritten)) {
    complain(context, path, 'A step is a map with one verb, such as - advance: 40m.')
    return []
  }
  const written = modernStep(asWritten)
  const { document, problems } = context
  problems.push(
    ...schemaProblems({ document, path, value: written, type: StepParts, what: 'A step', isLeft: hasPlaceholder }),
  )
  const verb = verbOf(written, path, context)
  if (!verb) return []
  const inputPath = [...path, writtenKey(asWritten, verb.name)]
  const input = written[verb.name] ?? {}
  if (verb.standsFor) return expandStep(verb.standsFor, input, inputPath, context, checkStep)
  const lanes = verb.hasLanes ? checkParallel(input, inputPath, context, checkStep) : undefined
  if (!lanes) {
    checkPlaceholders(input, inputPath, context)
    checkInput(verb, input, inputPath, context)
  }
  checkBackup(verb, input, inputPath, context)
  if (verb.golden) addGolden(verb.golden(input), context)
  const inner = verb.stepIn?.(input)
  if (inner) checkStep(inner.value, [...inputPath, ...inner.path], context)
  for (const program of [verb.program ?? verb.asks?.(input) ?? []].flat()) context.programs.add(program)
  const parts = StepParts.safeParse(written)
  if (!parts.success) return []
  const { save, note, fails, timeout } = parts.data
  for (const name of [...(save === undefined ? [] : [save]), ...(verb.keeps?.(input) ?? [])]) {
    context.names.set(name, undefined)
  }
  return [
    {
      verb: verb.name,
      word: verb,
      input,
      inputPath,
      path,
      ...(lanes ? { lanes } : {}),
      ...(save === undefined ? {} : { save }),
      ...(note === undefined || verb.kind === 'text' ? {} : { note }),
      ...(fails === undefined ? {} : { fails }),
      ...(timeout === undefined ? {} : { timeoutMs: parseDuration(timeout) ?? 0 }),
    },
  ]
}

/** `note` alone is a verb; beside another verb it is that step's text. */
function verbOf(written: Record<string, unknown>, path: Path, context: CheckContext): VerbWord | undefined {
  const parts = Object.keys(STEP_PARTS)
  const candidates = Object.keys(written).filter((key) => !parts.includes(key))
  const names = candidates.length === 0 && 'note' in written ? ['note'] : candidates
  const { verbs } = context.vocabulary
  for (const name of names.filter((candidate) => !verbs.has(candidate))) {
    complain(context, [...path, name], `There is no verb "${name}".`, suggest(name, [...verbs.keys(), ...parts]), 'key')
  }
  const [first, second] = names.filter((name) => verbs.has(name))
  if (second !== undefined)
    complain(context, [...path, second], `One verb per step: "${first}" and "${second}".`, undefined, 'key')
  if (names.length === 0) complain(context, path, 'This step has no verb.', 'Write one, such as advance: 40m.')
  return first === undefined ? undefined : verbs.get(first)
}

function checkInput(verb: VerbWord, input: unknown, path: Path, context: CheckContext): void {
  if (verb.kind === 'expectations') {
    const list = Array.isArray(input) ? input : [input]
    for (const [index, value] of list.entries()) {
      checkExpectation({ value, path: Array.isArray(input) ? [...path, index] : path }, context)
    }
    return
  }
  for (const text of textsIn(input)) context.said.add(text)
  const value = withCompany(input, path, context)
  if (value === undefined) return
  const { document, problems } = context
  problems.push(...schemaProblems({ document, path, value, type: verb.input, what: verb.name, isLeft: hasPlaceholder }))
  const asked = verb.expectationIn?.(value)
  if (asked?.value !== undefined) checkExpectation({ value: asked.value, path: [...path, ...asked.path] }, context)
  for (const { message, path: inner } of verb.problemsIn?.(value) ?? []) {
    complain(context, [...path, ...inner], message, undefined, 'key')
  }
}

/** A state is kept before anybody goes back to it. */
function checkBackup(verb: VerbWord, input: unknown, path: Path, context: CheckContext): void {
  const { name, isMade } = verb.backup?.(input) ?? {}
  if (typeof name !== 'string') return
  const { snapshots } = context
  if (isMade) snapshots.add(name)
  else if (!hasPlaceholder([name, ...snapshots]) && !snapshots.has(name))
    complain(context, path, `${verb.name}: no step before this one keeps "${name}".`, suggest(name, snapshots))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isPlainObject(value) ? Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]) : []
}

/** The input with its company put in, so far as it can be known before the run; undefined after a complaint. */
function withCompany(input: unknown, path: Path, context: CheckContext): unknown {
  const source = companySourceOf(input)
  if (!source || !isPlainObject(input)) return input
  if ('generate' in source) return { ...input, company: { name: 'generated', domain: 'example.com', people: [] } }
  const absolute = resolveBeside(dirname(context.path), source.file)
  const at = [...path, 'company', 'file']
  if (!existsSync(absolute)) {
    complain(
      context,
      at,
      `There is no file "${source.file}".`,
      'Looked beside the scenario and in the folders above it.',
    )
    return undefined
  }
  try {
    const shownBeside = { path: context.path, file: context.document.file }
    const company = context.companies.get(absolute) ?? readCompanyFile(absolute, shownBeside)
    context.companies.set(absolute, company)
    context.reads.add(absolute)
    return { ...input, company }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    context.problems.push(...error.problems)
    return undefined
  }
}
