import { DEVIATIONS } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { type Style, screen, workOrders } from '../../src/examine/index.ts'
import { testReceiver } from './subject.ts'

const same = (text: string): string => text
const style: Style = { bold: same, dim: same, red: same, green: same, yellow: same }
const only = ['entra', 'entraLegacy', 'jumpcloud', 'rfc'] as const
const command = 'scimulator test http://localhost:3000/scim/v2 --token-env TOKEN'

/** As many as may be on without one that ends everything. */
const MANY = DEVIATIONS.map(({ name }) => name).filter((name) =>
  /^(member|string|filtered|manager|group|total|first|wrong)/.test(name),
)

test('the first screen is four verdicts, then each finding with its way out', async () => {
  const result = await testReceiver(['string-false-is-true', 'wrong-items-per-page'])
  const text = screen(result, { style, verbose: false, only, command })
  expect(text.split('\n').slice(0, 4)).toEqual([
    '  Entra ID, with ?aadOptscim062020   works',
    '  Entra ID, without it               breaks: "False" as text is taken for true (1)',
    '  JumpCloud                          works',
    '  SCIM 2.0                           breaks: itemsPerPage is not what is in the page (2)',
  ])
  expect(text).toContain(`again    ${command} --finding string-false-is-true`)
  expect(text).toContain('"False" must make active false. It was answered 200, and active is true.')
  expect(text).toMatch(/sent {5}PATCH \S+ \[\{"op":"replace","path":"active","value":"False"\}\]/)
})

test('only what concerns those who were asked for is shown', async () => {
  const result = await testReceiver(['string-false-is-true', 'wrong-items-per-page'])
  const text = screen(result, { style, verbose: false, only: ['jumpcloud'], command })
  expect(text.split('\n').slice(0, 2)).toEqual(['  JumpCloud                          works', ''])
  expect(text).not.toContain('string-false-is-true')
})

test('the work orders of many faults stay below 4,000 tokens, and say what does not fit', async () => {
  const result = await testReceiver(MANY)
  const text = workOrders(result, command)
  // A token is seldom shorter than four characters in such text.
  expect(text.length).toBeLessThan(4_000 * 4)
  const told = result.findings.filter(({ id }) => text.includes(`(${id})`)).length
  const rest = Number(/^(\d+) more do not fit here/m.exec(text)?.[1] ?? 0)
  expect(told + rest).toBe(result.findings.length + result.unexplained.length)
  expect(text).toContain('prove: scimulator test')
})

test('nothing shows the token', async () => {
  const result = await testReceiver(['string-false-is-true'])
  expect(JSON.stringify(result)).not.toContain('Bearer secret')
  expect(result.findings[0]?.curl).toContain('-H "Authorization: Bearer $TOKEN"')
})
