import { VerbError, type ViewItem } from '@scimulator/shared/behaviour'
import { asText } from '@scimulator/shared/scim'
import type { RunContext } from '../steps/run-context.ts'
import type { Checker } from './checker.ts'
import { checkersFor } from './checkers.ts'

type Reading = Map<string, readonly ViewItem[] | undefined>

/** Violations after a step, one line each; empty while the file has switched the checks off. */
export async function checkInvariants(context: RunContext): Promise<string[]> {
  if (context.scenario.invariantsOff !== undefined || context.world.target) return []
  // Organisations are checked one by one, since the same person may be in several; a link may lead into any of them.
  const checkers = checkersFor(context.world.controls.values())
  const organisations = organisationsIn(context.scenario.steps)
  const readings = organisations.map((): Reading => new Map())
  for (const [index, organisation] of organisations.entries()) {
    const reading = readings[index] ?? new Map()
    for (const view of resourceViews(context)) await readAll([view], reading, context, organisation)
    for (const items of reading.values()) for (const { value } of items ?? []) context.resourceIds.add(asText(value.id))
  }
  const violations = new Set<string>()
  for (const [index, organisation] of organisations.entries()) {
    const reading = readings[index] ?? new Map()
    for (const line of await violationsIn(reading, context, organisation, checkers)) violations.add(line)
  }
  return [...violations]
}

function resourceViews({ world }: RunContext): readonly string[] {
  return [...world.controls.values()].flatMap(({ name, views }) =>
    [...views.values()].filter(({ showsResources }) => showsResources).map((view) => `${name}.${view.name}`),
  )
}

async function violationsIn(
  read: Reading,
  context: RunContext,
  organisation: string | undefined,
  checkers: readonly Checker[],
): Promise<string[]> {
  const seen = { items: (view: string) => read.get(view) ?? [], resourceIds: context.resourceIds }
  const violations: string[] = []
  for (const checker of checkers) {
    if (await readAll(checker.views, read, context, organisation)) {
      violations.push(...checker.check(seen).map((line) => `invariant "${checker.name}": ${line}`))
    }
  }
  return violations
}

async function readAll(
  names: readonly string[],
  read: Reading,
  context: RunContext,
  organisation: string | undefined,
): Promise<boolean> {
  for (const name of names) {
    if (!read.has(name)) read.set(name, await itemsOf(name, context, organisation))
    if (read.get(name) === undefined) return false
  }
  return true
}

/** Undefined where there is no such view, or where it has to be told more, such as which of two apps is meant. */
async function itemsOf(
  name: string,
  { world }: RunContext,
  organisation: string | undefined,
): Promise<readonly ViewItem[] | undefined> {
  const [program = '', ...rest] = name.split('.')
  const view = world.controls.get(program)?.views.get(rest.join('.'))
  const query = view?.showsResources && organisation !== undefined ? { organisation } : {}
  try {
    return await view?.read(query)
  } catch (error) {
    if (error instanceof VerbError) return undefined
    throw error
  }
}

/** The default organisation, and every other that a step of the file names; found once for a file, because every step of it asks. */
function organisationsIn(steps: RunContext['scenario']['steps']): readonly (string | undefined)[] {
  const found = ORGANISATIONS.get(steps) ?? new Set<string>()
  if (!ORGANISATIONS.has(steps)) collectOrganisations(steps, found)
  ORGANISATIONS.set(steps, found)
  return [undefined, ...found]
}

const ORGANISATIONS = new WeakMap<object, Set<string>>()

function collectOrganisations(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'organisation' && typeof inner === 'string') found.add(inner)
    else collectOrganisations(inner, found)
  }
}
