// Each kind of input that the field has met stands in a table beside its rule: eight rows or more, three of them beyond the report.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SURVEY_POINTS } from '../../src/catalogue/survey-points.ts'
import { rowsAround } from './rows-of-tables.ts'
import { ROOT } from './source-files.ts'

const ENTRA = 'packages/entra-sim'
const FIELD = `${ENTRA}/test/engine/field-cases.test.ts`
const GRAPH = `${ENTRA}/test/graph/field-cases.test.ts`
const JUMPCLOUD = 'packages/jumpcloud-sim/test'
const RECEIVER = 'packages/receiver/test'

interface Table {
  readonly file: string
  /** A text that stands in the table and in no other. */
  readonly anchor: string
  /** How many rows are inputs of the report itself. */
  readonly reported: number
  /** Only the rows with this text are of the kind. */
  readonly of?: string
}

const TABLES: Readonly<Record<string, Table>> = {
  'FC-01': { file: `${ENTRA}/test/engine/app-roles.test.ts`, anchor: "'one group'", reported: 1 },
  'FC-02': { file: FIELD, anchor: "'a person by default access'", reported: 2 },
  'FC-03': { file: `${ENTRA}/src/mapping/custom-attributes.test.ts`, anchor: "'as documented'", reported: 1 },
  'FC-04': { file: FIELD, anchor: "'another one'", reported: 1 },
  'FC-06': { file: `${ENTRA}/src/mapping/mapping.test.ts`, anchor: `'[appRoleAssignments]', [ROLE], XML`, reported: 1 },
  'FC-07': { file: `${ENTRA}/test/engine/answers.test.ts`, anchor: "'400 on POST'", reported: 1 },
  'FC-08': { file: FIELD, anchor: "'nobody is assigned'", reported: 1 },
  'FC-09': { file: FIELD, anchor: "'the source', (entry)", reported: 9 },
  'FC-12': {
    file: `${ENTRA}/src/conversation/what-cannot-be-read.test.ts`,
    anchor: "'active as text'",
    reported: 0,
  },
  'FC-13': {
    file: `${ENTRA}/src/expression/functions/text-functions.test.ts`,
    anchor: 'NormalizeDiacritics("æÆ',
    reported: 2,
    of: 'NormalizeDiacritics',
  },
  'FC-15': { file: `${ENTRA}/test/engine/client-credentials.test.ts`, anchor: "'a wrong client'", reported: 0 },
  'FC-20': { file: GRAPH, anchor: "'all of them'", reported: 1 },
  'FC-21': { file: `${ENTRA}/test/graph/secrets.test.ts`, anchor: "'SECRETTOKEN'", reported: 3 },
  'FC-22': { file: GRAPH, anchor: '|start', reported: 4 },
  'FC-24': { file: GRAPH, anchor: "'no credentials', false", reported: 2 },
  'FC-26': { file: GRAPH, anchor: "'redirect URIs'", reported: 6 },
  'FC-27': { file: GRAPH, anchor: "'Azure Databricks SCIM Provisioning Connector'", reported: 2 },
  'FC-29': { file: `${JUMPCLOUD}/search.test.ts`, anchor: "filter: [{ username: 'ana' }] }, ['ana']", reported: 2 },
  'FC-30': { file: `${JUMPCLOUD}/search.test.ts`, anchor: "'?limit=1000&skip=0', {}", reported: 2 },
  'FC-32': { file: `${JUMPCLOUD}/search.test.ts`, anchor: '{ filter: { nonsense: 1 } }', reported: 1 },
  'FC-33': { file: `${RECEIVER}/scim/custom-attributes.test.ts`, anchor: "'a name without schema'", reported: 1 },
  'FC-34': { file: `${RECEIVER}/scim/paging-and-answers.test.ts`, anchor: "'made up'", reported: 2 },
  'FC-35': { file: `${RECEIVER}/oauth/token-endpoint.test.ts`, anchor: "'a secret in both places'", reported: 0 },
  'FC-37': { file: FIELD, anchor: "'what is listed'", reported: 1 },
  'FC-40': { file: `${JUMPCLOUD}/api/v2.test.ts`, anchor: "['?filter=type:eq:system_group'", reported: 3 },
}

test('every kind has a table', () => {
  const kinds = SURVEY_POINTS.map(({ id }) => id).filter((id) => id.startsWith('FC-'))
  expect(Object.keys(TABLES)).toEqual(kinds)
})

test.each(Object.entries(TABLES))('%s has eight rows, and three that nobody reported', (_id, table) => {
  const text = readFileSync(join(ROOT, table.file), 'utf8')
  const rows = rowsAround(text, table.anchor).filter((row) => row.includes(table.of ?? ''))
  expect(rows.length).toBeGreaterThanOrEqual(8)
  expect(rows.length - table.reported).toBeGreaterThanOrEqual(3)
  expect(text).not.toMatch(/\b(?:test|describe|it)\.(?:skip|todo|fails)\b/)
})

describe('rows are counted', () => {
  test.each<[string, number]>([
    ["test.each([['a', 1], ['b', 2]])('x', f)", 2],
    ["test.each([\n  ['a', { b: [1, 2] }],\n  // a word\n  ['b', 2],\n])('x', f)", 2],
    ["test.each<[string, number]>([['a', 1]])('x', f)", 1],
    ["test.each(['a', \"b,c\", `d]`])('x', f)", 3],
    ["test.each([\n  ...['a', 'b'],\n  'c',\n])('x', f)", 3],
    ["test.each([['a', ({ x }) => [x, 1]]])('x', f)", 1],
    ["const ROWS = [\n  'a',\n  'b',\n]", 2],
    ["test.each(['z'])('y', f)\ntest.each(['a', 'it\\'s'])('x', f)", 2],
  ])('%j has %i', (text, count) => expect(rowsAround(text, "'a'")).toHaveLength(count))

  test('an anchor that is not there is told', () => {
    expect(() => rowsAround("test.each(['a'])", "'b'")).toThrow("The text 'b' is not there.")
  })
})
