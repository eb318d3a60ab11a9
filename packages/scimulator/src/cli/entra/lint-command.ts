import { type Finding, lintSynchronizationSchema, readMappingDocument } from '@scimulator/entra-sim/mapping'
import { EXIT } from '../output.ts'
import type { CommandIo } from './command-io.ts'
import type { Place } from './json-places.ts'
import type { LintOptions } from './lint-options.ts'
import { readJsonFile } from './read-json-file.ts'

const severities = ['info', 'warning', 'error'] as const

/** Lints one mapping file. 0 nothing as severe as `failOn`, 1 something is, 2 the file is no mapping. */
export async function lintCommand(options: LintOptions, io: CommandIo): Promise<number> {
  const file = await readJsonFile(options.file)
  if (!file.ok) {
    io.err(file.message)
    return EXIT.badInput
  }
  const document = readMappingDocument(file.value)
  if (!document.ok) {
    for (const issue of document.issues) {
      const place = file.placeOf(issue.path)
      const about = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')} `
      io.err(`${options.file}:${place.line}:${place.column}: ${about}${issue.message}`)
    }
    return EXIT.badInput
  }
  const found = lintSynchronizationSchema(document.schema, options.profile ?? 'entra')
  const findings = found.map((one) => ({ ...one, place: file.placeOf(documentPath(file.value, one)) }))
  io.out(options.json ? JSON.stringify(findings, null, 2) : describe(options.file, findings))
  const limit = severities.indexOf(options.failOn ?? 'error')
  const isSevere = findings.some((one) => severities.indexOf(one.severity) >= limit)
  return isSevere ? EXIT.failed : EXIT.passed
}

/** The reader wraps the smaller forms into a schema; this takes the wrapping off again. */
function documentPath(json: unknown, finding: Finding): readonly PropertyKey[] {
  const { path } = finding.position
  if (Array.isArray(json)) return path.slice(5)
  const isMapping = typeof json === 'object' && json !== null && Object.hasOwn(json, 'attributeMappings')
  return isMapping ? path.slice(4) : path
}

function describe(file: string, findings: readonly (Finding & { readonly place: Place })[]): string {
  const blocks = findings.map((one) => {
    const { targetAttributeName, line, column } = one.position
    const inside = line === null ? '' : `, in the expression at ${line}:${column}`
    const head = `${file}:${one.place.line}:${one.place.column}: ${one.severity} ${one.rule}`
    const about = targetAttributeName === null ? 'the mapping' : `${targetAttributeName}${inside}`
    const body = [
      about,
      ...one.message.split('\n'),
      `why: ${one.why}`,
      `source: ${one.source}`,
      `write: ${one.suggestion}`,
    ]
    return [head, ...body.map((text) => `  ${text}`)].join('\n')
  })
  const count = `${findings.length} finding${findings.length === 1 ? '' : 's'}`
  return [...blocks, count].join('\n\n')
}
