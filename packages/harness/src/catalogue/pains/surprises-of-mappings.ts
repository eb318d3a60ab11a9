import type { Pain } from './pain.ts'

const TABLE = 'scenarios/entra/mappings/expressions-that-surprise.yaml'
const LINT = 'packages/entra-sim/src/mapping/lint/lint.test.ts'
const DATES = 'packages/entra-sim/src/expression/functions/date-functions.test.ts'
const PARSER = 'packages/entra-sim/src/expression/parser.test.ts'
const REFERENCE = 'Microsoft: Reference for writing expressions for attribute mappings'

/** What mappings and expressions do otherwise than those who write them expect. */
export const SURPRISES_OF_MAPPINGS: readonly Pain[] = [
  {
    what: 'An attribute that is emptied keeps its value at the target',
    source: 'Microsoft: Known issues for provisioning',
    shows: ['scenarios/entra/cleared-attribute.yaml'],
  },
  {
    what: 'A default value acts on the create, never on an update',
    source: 'Microsoft: Customize attribute mappings',
    shows: ['scenarios/entra/mappings/default-value.yaml'],
  },
  { what: 'Switch gives its default to people who have no value', source: REFERENCE, shows: [TABLE] },
  { what: 'IIF with empty attributes', source: 'entra-docs#120', shows: [TABLE, LINT] },
  {
    what: 'IIF works out both branches: one that fails keeps the person out',
    source: 'A published write-up of 2023',
    shows: ['scenarios/entra/mappings/expression-that-fails.yaml', LINT],
  },
  { what: 'FormatDateTime with three arguments, as pages print it', source: 'entra-docs#69', shows: [PARSER] },
  {
    what: 'The suffix of the tenant URL is ignored by provision on demand',
    source: 'Microsoft: Known issues with SCIM 2.0 protocol compliance',
    shows: ['scenarios/entra/provision-on-demand.yaml'],
  },
  {
    what: 'active mapped from accountEnabled: who is unassigned stays active',
    source: 'cloudflare-docs#30543',
    shows: ['scenarios/entra/wrong-mapping-account-enabled.yaml', LINT],
  },
  {
    what: 'App roles: two of them, and the forms in which they arrive',
    source: 'Microsoft: Customize attribute mappings; azure-docs#72002',
    shows: [
      'scenarios/entra/roles-mapped-directly.yaml',
      'scenarios/entra/roles-through-groups.yaml',
      'scenarios/entra/quirks/roles-as-json-text.yaml',
    ],
  },
  { what: 'SelectUniqueValue within another function', source: 'azure-docs#119448', shows: [LINT] },
  {
    what: 'Attribute names are case-sensitive, and refused as SchemaInvalid',
    source: 'azure-docs#58604',
    shows: ['packages/entra-sim/src/mapping/mapping.test.ts'],
  },
  {
    what: 'NOT EQUALS and NOT REGEX MATCH keep out people who have no value',
    source: 'Microsoft: Scoping filters',
    shows: ['scenarios/entra/contractors/type-left-blank.yaml'],
  },
  { what: 'A group of a regular expression keeps the spaces that it matched', source: REFERENCE, shows: [TABLE] },
  { what: 'The case of a text stays without ToLower', source: REFERENCE, shows: [TABLE] },
  { what: 'Printed results that cannot be right', source: REFERENCE, shows: [DATES] },
  { what: 'DateDiff drops what is less than a day', source: REFERENCE, shows: [DATES] },
  { what: 'A date with an offset east of UTC moves back a day', source: REFERENCE, shows: [TABLE, DATES] },
  { what: 'There is no null to be written', source: 'azure-docs#33866', shows: [PARSER] },
  { what: 'A list becomes one text by Join and Split', source: 'scimgateway#121', shows: [TABLE] },
  {
    what: 'Groups within groups are not followed',
    source: 'Microsoft: How application provisioning works',
    shows: ['scenarios/entra/nested-groups.yaml'],
  },
]
