import { describe, expect, test } from 'vitest'
import { expressionEnvironment, parseExpression, printExpression } from '../expression/index.ts'
import type { AttributeMappingSource } from '../schema/synchronization-schema.ts'
import {
  answerParseExpression,
  defaultUserMapping,
  functionSchemas,
  ParseExpressionRequest,
  SynchronizationSchema,
  sourceFromText,
  textFromSource,
} from './index.ts'

describe('trees in the form of Graph', () => {
  test('a call keeps its text, and constants are quoted', () => {
    expect(sourceFromText('Mid([userPrincipalName], 1, 8)')).toEqual({
      expression: 'Mid([userPrincipalName], 1, 8)',
      name: 'Mid',
      type: 'Function',
      parameters: [
        {
          key: 'source',
          value: { expression: '[userPrincipalName]', name: 'userPrincipalName', type: 'Attribute', parameters: [] },
        },
        { key: 'start', value: { expression: '"1"', name: '1', type: 'Constant', parameters: [] } },
        { key: 'length', value: { expression: '"8"', name: '8', type: 'Constant', parameters: [] } },
      ],
    })
  })

  test('an empty argument has no entry', () => {
    const keys = sourceFromText('Switch([IsSoftDeleted], , "False", "True", "True", "False")').parameters
    expect(keys?.map((one) => one.key)).toEqual(['source', 'key', 'value', 'key', 'value'])
  })

  test.each([
    '[mail]',
    '"x"',
    'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    'Replace([a], "-", , , "_")',
    'IIF([a] = "b", Join(";", [c], "d"), [e])',
    'Now()',
    'Join(",", "a \\"quoted\\" text", [b])',
  ])('%s survives the loss of its text', (text) => {
    const parsed = parseExpression(textFromSource(withoutText(sourceFromText(text))))
    expect(parsed.ok && printExpression(parsed.tree)).toBe(text)
  })

  test('the text wins over the tree', () => {
    expect(textFromSource({ expression: '[mail]', type: 'Constant', name: 'other' })).toBe('[mail]')
  })
})

function withoutText(source: AttributeMappingSource): AttributeMappingSource {
  const { expression: _, ...rest } = source
  const parameters = (source.parameters ?? []).map((one) => ({
    key: one.key,
    value: one.value === null || one.value === undefined ? null : withoutText(one.value),
  }))
  return { ...rest, parameters }
}

describe('answers for Graph', () => {
  const environment = expressionEnvironment()
  const ask = (body: unknown) => answerParseExpression(ParseExpressionRequest.parse(body), environment)
  const properties = [
    { key: 'mail', value: 'A@b.c' },
    { key: 'otherMails', value: ['x', 'y'] },
    { key: 'flag', value: true },
  ]

  test.each([
    ['ToLower([mail])', ['a@b.c']],
    ['RemoveDuplicates([otherMails])', ['x', 'y']],
    ['CStr([flag])', ['True']],
    ['[missing]', []],
  ])('%s evaluates to the collection %j', (expression, evaluationResult) => {
    expect(ask({ expression, testInputObject: { properties } })).toMatchObject({
      error: null,
      parsingSucceeded: true,
      evaluationSucceeded: true,
      evaluationResult,
      parsedExpression: { expression },
    })
  })

  test('parsing and evaluation fail separately', () => {
    expect(ask({ expression: 'ToLower([mail]' })).toMatchObject({
      error: { code: 'SchemaInvalid' },
      parsingSucceeded: false,
      parsedExpression: null,
    })
    expect(ask({ expression: 'CDate([mail])', testInputObject: { properties } })).toMatchObject({
      error: { message: `An error occured while evaluating this function: 'CDate.' "A@b.c" is not a date.` },
      parsingSucceeded: true,
      evaluationSucceeded: false,
      evaluationResult: null,
    })
  })

  test('an attribute of another case fails as it fails a save', () => {
    const definition = { name: 'User', attributes: [{ name: 'description' }] }
    expect(ask({ expression: '[Description]', testInputObject: { definition, properties: [] } })).toMatchObject({
      error: { code: 'SchemaInvalid', message: expect.stringContaining('Description') },
      parsingSucceeded: false,
    })
  })

  test('functions has every listed signature in order', () => {
    const schemas = functionSchemas()
    expect(schemas.map((one) => one.name)).toEqual([...schemas.map((one) => one.name)].sort())
    expect(schemas.find((one) => one.name === 'Mid')?.parameters[0]).toEqual({
      name: 'source',
      type: 'String',
      required: true,
      allowMultipleOccurrences: false,
    })
  })
})

test('a synchronizationSchema keeps what it does not know', () => {
  const schema = {
    id: 'x',
    '@odata.context': 'kept',
    directories: [],
    synchronizationRules: [{ id: 'r', name: 'USER', objectMappings: [defaultUserMapping], containerFilter: null }],
  }
  expect(SynchronizationSchema.parse(schema)).toMatchObject(schema)
})
