import { expressionEnvironment } from '@scimulator/entra-sim/expression'
import {
  type CompiledObjectMapping,
  compileObjectMapping,
  defaultGroupMapping,
  defaultUserMapping,
  type ExplainedMapping,
  type ExplainedRow,
  explainMapping,
  larkGroupMapping,
  larkUserMapping,
  type ObjectMapping,
  readMappingDocument,
  targetGroupDefinition,
  targetUserDefinition,
} from '@scimulator/entra-sim/mapping'
import { EXIT } from '../output.ts'
import { formatTable } from '../table.ts'
import { cliEnvironment } from './cli-environment.ts'
import type { CommandIo } from './command-io.ts'
import type { ExplainOptions } from './explain-options.ts'
import { readJsonFile } from './read-json-file.ts'
import { readUser } from './read-user.ts'

type Found<Thing> = { readonly ok: true; readonly found: Thing } | { readonly ok: false; readonly message: string }

/** Explains one user through a mapping. 0 all rows have a value or a skip, 1 a row fails, 2 bad input. */
export async function explainCommand(options: ExplainOptions, io: CommandIo): Promise<number> {
  const mapping = await chooseMapping(options)
  const compiled = mapping.ok ? compile(mapping.found) : mapping
  const user = await readUser(options.user)
  const environment = cliEnvironment(options)
  if (!compiled.ok || !user.ok || environment === null) {
    const message = compiled.ok ? (user.ok ? `--now ${options.now} is not a date.` : user.message) : compiled.message
    io.err(message)
    return EXIT.badInput
  }
  const explained = explainMapping(compiled.found, user.source, environment ?? expressionEnvironment())
  io.out(options.json ? JSON.stringify(explained, null, 2) : describe(explained))
  return explained.rows.some((row) => row.outcome.kind === 'error') ? EXIT.failed : EXIT.passed
}

const presets: ReadonlyMap<string, ObjectMapping> = new Map([
  ['default', defaultUserMapping],
  ['default-group', defaultGroupMapping],
  ['lark', larkUserMapping],
  ['lark-group', larkGroupMapping],
])

async function chooseMapping(options: ExplainOptions): Promise<Found<ObjectMapping>> {
  if (options.mapping !== undefined && options.preset !== undefined) {
    return { ok: false, message: 'Give either --mapping or --preset, not both.' }
  }
  if (options.mapping === undefined) {
    const found = presets.get(options.preset ?? 'default')
    const names = [...presets.keys()].join(', ')
    return found === undefined
      ? { ok: false, message: `There is no preset ${options.preset}; there are ${names}.` }
      : { ok: true, found }
  }
  const file = await readJsonFile(options.mapping)
  if (!file.ok) return file
  const document = readMappingDocument(file.value)
  if (!document.ok) {
    const lines = document.issues.map((issue) => {
      const place = file.placeOf(issue.path)
      const about = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')} `
      return `${options.mapping}:${place.line}:${place.column}: ${about}${issue.message}`
    })
    return { ok: false, message: lines.join('\n') }
  }
  return firstUserMapping(document.schema.synchronizationRules.flatMap((rule) => rule.objectMappings))
}

/** A schema has a mapping of users and one of groups; users are what is explained. */
function firstUserMapping(mappings: readonly ObjectMapping[]): Found<ObjectMapping> {
  const found = mappings.find((one) => one.sourceObjectName === 'User') ?? mappings[0]
  return found === undefined ? { ok: false, message: 'The schema has no object mapping.' } : { ok: true, found }
}

function compile(mapping: ObjectMapping): Found<CompiledObjectMapping> {
  const isGroup = /Group$/i.test(mapping.targetObjectName)
  const compiled = compileObjectMapping(mapping, isGroup ? targetGroupDefinition : targetUserDefinition)
  if (compiled.ok) return { ok: true, found: compiled.mapping }
  const lines = compiled.problems.map((one) => {
    const caret = one.expressionError === null ? '' : `\n${one.expressionError.caret}`
    return `row ${one.index + 1}, ${one.targetAttributeName}: ${one.message}${caret}`
  })
  return { ok: false, message: lines.join('\n') }
}

function describe(explained: ExplainedMapping): string {
  const header = ['source', 'expression', 'target', 'sent']
  const table = formatTable([header, ...explained.rows.map(cells)])
  return [
    table,
    section('POST', explained.post),
    section('PATCH when everything differs, without aadOptscim062020', explained.patch.legacy),
    section('PATCH when everything differs, with aadOptscim062020', explained.patch.optscim),
    ...references(explained.rows),
  ].join('\n\n')
}

function section(title: string, body: unknown): string {
  return `${title}\n${body === null ? 'nothing is sent' : JSON.stringify(body, null, 2)}`
}

/** References follow in a PATCH of their own, once the target knows both objects. */
function references(rows: readonly ExplainedRow[]): readonly string[] {
  return rows
    .filter((row) => row.outcome.kind === 'reference')
    .map((row) => {
      const lines = [...row.patch.legacy, ...row.patch.optscim].map((operation) => JSON.stringify(operation))
      return [`PATCH of the reference ${row.targetAttributeName}, without and with the flag`, ...lines].join('\n')
    })
}

function cells(row: ExplainedRow): readonly string[] {
  const sources = row.sources.map((one) => `${one.name} = ${shown(one.values)}`)
  const matching = row.matchingPriority > 0 ? ` (match ${row.matchingPriority})` : ''
  return [
    sources.join('; ') || '-',
    row.expression ?? 'none',
    `${shortUrn(row.targetAttributeName)}${matching}`,
    sent(row),
  ]
}

/** The URN of the enterprise extension as people write it; the JSON form has it whole. */
function shortUrn(name: string): string {
  return name.replace(/^urn:ietf:params:scim:schemas:extension:/, 'urn:…:')
}

function shown(values: readonly string[]): string {
  return values.length === 0 ? 'null' : values.map((value) => JSON.stringify(value)).join(', ')
}

function sent(row: ExplainedRow): string {
  const { outcome } = row
  switch (outcome.kind) {
    case 'value':
      return `${JSON.stringify(outcome.value)}${row.isDefault ? ' (default)' : ''}`
    case 'reference':
      return `reference to ${outcome.sourceIds.join(', ')}`
    case 'skip':
      return `nothing: ${outcome.reason}`
    case 'error':
      return `error: ${outcome.message}`
  }
}
