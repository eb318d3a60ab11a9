import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseExpression } from '../expression/index.ts'
import { filterOperators, parseScope } from '../scoping/index.ts'
import { lintRules, readMappingDocument } from './index.ts'

const guide = readFileSync(new URL('../../../../docs/guides/mappings.md', import.meta.url), 'utf8')

/** Text between a heading and the next of the same level. */
function section(heading: string): string {
  const start = guide.indexOf(`## ${heading}`)
  expect(start).toBeGreaterThan(-1)
  const end = guide.indexOf('\n## ', start + 1)
  return guide.slice(start, end === -1 ? undefined : end)
}

describe('the guide on mappings', () => {
  const table = section('Write expressions')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const expressions = table.flatMap((line) => [...line.matchAll(/`([^`]+\([^`]*)`/g)].map((match) => match[1] ?? ''))
  test.each(expressions.filter((one) => !one.includes('…')))('%s parses', (text) => {
    expect(parseExpression(text)).toMatchObject({ ok: true })
  })

  test('its list of rows is read', () => {
    const json = /```json\n(\[[\s\S]*?)```/.exec(section('Write a mapping file'))?.[1] ?? ''
    expect(readMappingDocument(JSON.parse(json)).ok).toBe(true)
  })

  test('its scoping filter parses, and every operator is named', () => {
    const text = section('Choose who is in scope')
    expect(parseScope(/```\n(.*)\n```/.exec(text)?.[1] ?? '').ok).toBe(true)
    for (const operator of filterOperators) expect(text).toContain(`\`${operator.name}\``)
  })

  test('the rules that it names exist', () => {
    const named = section('Check a mapping')
      .split('\n')
      .filter((line) => line.startsWith('|'))
    const rules = named.flatMap((line) => [...line.matchAll(/`([a-zA-Z-]+)`/g)].map((match) => match[1]))
    const known = lintRules.map((rule) => rule.id)
    expect(rules.filter((rule) => !known.includes(rule ?? ''))).toEqual([])
  })
})
