import { describe, expect, test } from 'vitest'
import {
  defaultGroupMapping,
  defaultUserMapping,
  type LintProfile,
  larkGroupMapping,
  larkUserMapping,
  lintObjectMapping,
  lintRules,
  lintSynchronizationSchema,
  type ObjectMapping,
  objectMappingFromRows,
  readMappingDocument,
  SimpleMapping,
  SynchronizationSchema,
} from '../index.ts'

const sound = [
  { target: 'userName', source: 'userPrincipalName', matchingPriority: 1 },
  { target: 'active', expression: 'Not([IsSoftDeleted])' },
  { target: 'displayName', source: 'displayName' },
  { target: 'emails[type eq "work"].value', source: 'userPrincipalName' },
]

/** A sound mapping with rows put over those of the same target. */
function mappingWith(...rows: readonly Partial<SimpleMapping>[]): ObjectMapping {
  const kept = sound.filter((one) => !rows.some((row) => row.target === one.target))
  return objectMappingFromRows([...kept, ...rows].map((row) => SimpleMapping.parse(row)))
}

function rulesOf(mapping: ObjectMapping, profile: LintProfile = 'entra'): readonly string[] {
  return lintObjectMapping(mapping, { profile }).map((one) => one.rule)
}

test("the table of Lark's page has exactly two findings", () => {
  const findings = lintObjectMapping(larkUserMapping, { profile: 'lark' })
  expect(findings.map((one) => [one.rule, one.severity, one.position.targetAttributeName])).toEqual([
    ['lark-country-not-two-letters', 'warning', 'addresses[type eq "work"].country'],
    ['lark-phone-type-not-read', 'warning', 'phoneNumbers[type eq "mobile"].value'],
  ])
})

test('the other presets', () => {
  expect(rulesOf(larkGroupMapping, 'lark')).toEqual([])
  expect(rulesOf(larkUserMapping, 'entra')).toEqual([])
  expect(rulesOf(defaultUserMapping)).toEqual(['externalId-not-objectId'])
  expect(rulesOf(defaultGroupMapping)).toEqual([])
  expect(rulesOf(mappingWith())).toEqual([])
})

describe('each rule speaks', () => {
  const x = 'nickName'
  const cases: readonly (readonly [string, ObjectMapping, LintProfile?])[] = [
    ['target-path-invalid', mappingWith({ target: 'emails[type', source: 'mail' })],
    ['target-unknown', mappingWith({ target: 'nickname', source: 'mailNickname' })],
    [
      'custom-attribute-multi-valued',
      mappingWith({
        target: 'urn:ietf:params:scim:schemas:extension:acme:2.0:User:ids',
        expression: 'Split([city], ",")',
      }),
    ],
    ['custom-attribute-not-in-post', mappingWith({ target: 'my_role', source: 'city' })],
    ['target-mapped-twice', mappingWith({ target: x, source: 'mail' }, { target: x, source: 'city' })],
    [
      'target-required-not-mapped',
      objectMappingFromRows([SimpleMapping.parse(sound[1]), SimpleMapping.parse({ ...sound[2], matchingPriority: 1 })]),
    ],
    ['target-not-writable', mappingWith({ target: 'id', source: 'objectId' })],
    ['matching-missing', mappingWith({ target: 'userName', source: 'userPrincipalName' })],
    [
      'matching-not-possible',
      mappingWith({ target: 'userName', expression: 'SelectUniqueValue([mail],[city])', matchingPriority: 1 }),
    ],
    ['default-only-on-create', mappingWith({ target: x, source: 'city', defaultValue: 'none' })],
    ['active-not-from-IsSoftDeleted', mappingWith({ target: 'active', source: 'accountEnabled' })],
    [
      'active-not-from-IsSoftDeleted',
      objectMappingFromRows([sound[0], sound[2]].map((row) => SimpleMapping.parse(row))),
    ],
    ['externalId-not-objectId', mappingWith({ target: 'externalId', source: 'mailNickname' })],
    ['expression-does-not-parse', mappingWith({ target: x, expression: 'ToLower([city]' })],
    ['source-unknown', mappingWith({ target: x, source: 'City' })],
    ['source-multivalued', mappingWith({ target: x, source: 'proxyAddresses' })],
    ['reference-in-expression', mappingWith({ target: x, expression: 'Switch([manager], , "a", "b")' })],
    ['reference-in-expression', mappingWith({ target: x, source: 'manager' })],
    ['function-spelling', mappingWith({ target: x, expression: 'tolower([city])' })],
    ['select-unique-value-on-scim', mappingWith({ target: x, expression: 'SelectUniqueValue([mail],[city])' })],
    ['coalesce-keeps-empty', mappingWith({ target: x, expression: 'Coalesce([city], "x")' })],
    ['pcase-apostrophe', mappingWith({ target: x, expression: 'PCase([city])' })],
    ['datediff-now', mappingWith({ target: x, expression: 'DateDiff("d", Now(), [employeeHireDate])' })],
    ['switch-arm-unreachable', mappingWith({ target: x, expression: 'Switch([city], , "a", "1", "a", "2")' })],
    [
      'switch-arm-unreachable',
      mappingWith({ target: x, expression: 'Switch([accountEnabled], , "false", "1", "True", "2")' }),
    ],
    ['switch-arm-unreachable', mappingWith({ target: x, expression: 'Switch(ToLower([city]), , "Oslo", "1")' })],
    ['switch-arm-unreachable', mappingWith({ target: x, expression: 'Switch(ToUpper([city]), , "Oslo", "1")' })],
    ['switch-arm-unreachable', mappingWith({ target: x, expression: 'Switch("a", , "b", "1")' })],
    ['switch-default-may-write-null', mappingWith({ target: x, expression: 'Switch([city], "none", "a", "1")' })],
    ['switch-on-test-function', mappingWith({ target: x, expression: 'Switch(IsPresent([city]), , "True", "1")' })],
    ['iif-unsupported-shape', mappingWith({ target: x, expression: 'IIF([city]="", "a", "b")' })],
    ['iif-unsupported-shape', mappingWith({ target: x, expression: 'IIF(IsNullOrEmpty([city]), "a", "b")' })],
    ['iif-eager-branch', mappingWith({ target: x, expression: 'IIF([city]="x", CDate([city]), "b")' })],
    [
      'ignore-flow-in-condition',
      mappingWith({ target: x, expression: 'IIF(IgnoreFlowIfNullOrEmpty([city])="x", "a", "b")' }),
    ],
    [
      'replace-group-keeps-space',
      mappingWith({
        target: x,
        expression: 'Replace([mobile], , "\\\\+(?<isd>\\\\d* )(?<n>\\\\d+)", "isd", , [mobile], )',
      }),
    ],
    [
      'date-offset-moves-day',
      mappingWith({ target: x, expression: 'FormatDateTime([city], , "yyyy-MM-ddzzz", "yyyy-MM-dd")' }),
    ],
    ['roles-mapped-directly', mappingWith({ target: 'roles', source: 'appRoleAssignments' })],
    [
      'single-role-fails-on-two',
      mappingWith({ target: x, expression: 'SingleAppRoleAssignment([appRoleAssignments])' }),
    ],
    [
      'complex-roles-only-add',
      mappingWith({ target: 'roles', expression: 'AppRoleAssignmentsComplex([appRoleAssignments])' }),
    ],
    [
      'lark-required-not-mapped',
      objectMappingFromRows([sound[0], sound[1], sound[2]].map((row) => SimpleMapping.parse(row))),
      'lark',
    ],
    [
      'lark-userName-and-work-email-differ',
      mappingWith({ target: 'emails[type eq "work"].value', source: 'mail' }),
      'lark',
    ],
    [
      'lark-phone-type-not-read',
      mappingWith({ target: 'phoneNumbers[type eq "fax"].value', source: 'mobile' }),
      'lark',
    ],
    [
      'lark-country-not-two-letters',
      mappingWith({ target: 'addresses[type eq "work"].country', constant: 'Norway' }),
      'lark',
    ],
    ['scope-invalid', scoped('IsMemberOf', 'city', 'x')],
    ['scope-attribute-unusable', scoped('EQUALS', 'proxyAddresses', 'x')],
    ['scope-attribute-unusable', scoped('EQUALS', 'userType', 'Guest')],
    ['scope-pattern-not-anchored', scoped('REGEX MATCH', 'city', '([1-9][0-9])')],
    ['scope-negation-excludes-empty', scoped('NOT EQUALS', 'city', 'x')],
  ]

  function scoped(operatorName: string, sourceOperandName: string, value: string): ObjectMapping {
    const clauses = [{ operatorName, sourceOperandName, targetOperand: { values: [value] } }]
    return { ...mappingWith(), scope: { groups: [{ clauses }], inputFilterGroups: [], categoryFilterGroups: [] } }
  }

  const filled = cases.map(([rule, mapping, profile]) => ({ rule, mapping, profile: profile ?? ('entra' as const) }))
  test.each(filled)('$rule', ({ rule, mapping, profile }) => {
    const findings = lintObjectMapping(mapping, { profile })
    const found = findings.find((one) => one.rule === rule)
    expect(findings.map((one) => one.rule)).toContain(rule)
    for (const text of [found?.message, found?.why, found?.source, found?.suggestion]) expect(text).toMatch(/\S{3}/)
  })

  test('no rule is without a case', () => {
    const tested = new Set(cases.map(([rule]) => rule))
    expect(lintRules.map((rule) => rule.id).filter((id) => !tested.has(id))).toEqual([])
  })
})

describe('what is sound stays silent', () => {
  test.each([
    ['usageLocation is a two-letter code', { target: 'addresses[type eq "work"].country', source: 'usageLocation' }],
    [
      'a country that is translated',
      {
        target: 'addresses[type eq "work"].country',
        expression: 'IgnoreFlowIfNullOrEmpty(Switch([country], , "Norway", "NO", "Sweden", "SE"))',
      },
    ],
    ['an empty default, which exports carry', { target: 'nickName', source: 'city', defaultValue: '' }],
    ['a work phone', { target: 'phoneNumbers[type eq "work"].value', source: 'mobile' }],
    ['a directory extension', { target: 'nickName', source: 'extension_0123456789abcdef0123456789abcdef_x' }],
    ['the recommended null guard', { target: 'nickName', expression: 'Switch([city],[city],"","Other")' }],
    [
      'a group beside the one that ends with a space',
      {
        target: 'nickName',
        expression: 'Replace([mobile], , "(?<isd>\\\\d* )(?<n>\\\\d+)", "n", , [mobile], )',
      },
    ],
    [
      'a time with an offset',
      { target: 'nickName', expression: 'FormatDateTime([city], , "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-dd")' },
    ],
    ['a custom extension', { target: 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User:badge', source: 'city' }],
  ])('%s', (_, row) => {
    expect(rulesOf(mappingWith(row), 'lark')).toEqual([])
  })
})

test('a finding inside an expression has line and column', () => {
  const expression = 'Join(" ",\n  [GivenName])'
  const [finding] = lintObjectMapping(mappingWith({ target: 'nickName', expression }), { profile: 'entra' })
  expect(finding).toMatchObject({
    rule: 'source-unknown',
    position: { index: 4, targetAttributeName: 'nickName', offset: 12, line: 2, column: 3 },
    suggestion: 'Write [givenName].',
  })
})

test('a schema is linted against the directories that it brings', () => {
  const schema = SynchronizationSchema.parse({
    directories: [
      { name: 'Azure Active Directory', objects: [{ name: 'User', attributes: [{ name: 'only' }] }] },
      { name: 'customappsso', objects: [] },
    ],
    synchronizationRules: [{ id: 'r', objectMappings: [mappingWith({ target: 'nickName', source: 'only' })] }],
  })
  const unknown = lintSynchronizationSchema(schema, 'entra').filter((one) => one.rule === 'source-unknown')
  expect(unknown.map((one) => one.position.targetAttributeName)).not.toContain('nickName')
  expect(unknown).not.toHaveLength(0)
})

describe('documents', () => {
  test.each([
    ['a short list', sound, true],
    ['an objectMapping', defaultUserMapping, true],
    ['a schema', { synchronizationRules: [{ id: 'r', objectMappings: [defaultUserMapping] }] }, true],
    ['an empty object', {}, false],
    ['a text', 'text', false],
    ['a row with two sources', [{ target: 'a', source: 'b', constant: 'c' }], false],
    ['a row with a misspelled key', [{ target: 'a', sauce: 'b' }], false],
    ['an objectMapping without names', { attributeMappings: [{}] }, false],
  ])('%s', (_, json, ok) => {
    expect(readMappingDocument(json).ok).toBe(ok)
  })
})
