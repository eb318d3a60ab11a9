import { DEVIATIONS } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { type Style, screen, workOrders } from '../../src/examine/index.ts'
import { testReceiver } from './subject.ts'

const same = (text: string): string => text
const style: Style = { bold: same, dim: same, red: same, green: same, yellow: same }
const only = ['entra', 'entraLegacy', 'jumpcloud', 'rfc'] as const
const command = 'scimulator test http://localhost:3000/scim/v2 --token-env TOKEN'
const cleanCommand = 'scimulator clean --target http://localhost:3000/scim/v2 --token-env TOKEN'

/** As many as may be on without one that ends everything. */
const MANY = DEVIATIONS.map(({ name }) => name).filter((name) =>
  /^(member|string|filtered|manager|group|total|first|wrong)/.test(name),
)

test('the first screen is four verdicts, then each finding with its way out', async () => {
  const result = await testReceiver(['string-false-is-true', 'wrong-items-per-page'])
  const text = screen(result, { style, verbose: false, only, command, cleanCommand })
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
  const text = screen(result, { style, verbose: false, only: ['jumpcloud'], command, cleanCommand })
  expect(text.split('\n').slice(0, 2)).toEqual(['  JumpCloud                          works', ''])
  expect(text).not.toContain('string-false-is-true')
})

test('the work orders of many faults stay below 4,000 tokens, and say what does not fit', async () => {
  const result = await testReceiver(MANY)
  const text = workOrders(result, { command, tokenVariable: 'TOKEN' })
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

test('a work order holds the request whole: it can be sent as it stands', async () => {
  const result = await testReceiver(['string-false-is-true'])
  const text = workOrders(result, { command, tokenVariable: 'TOKEN' })
  expect(text).toContain('1 finding. Mend it; its command proves it.')
  const [, request = ''] = /```http\n([\s\S]*?)\n```/.exec(text) ?? []
  const [first, ...lines] = request.split('\n')
  expect(first).toMatch(/^PATCH http:\/\/receiver\.scimulator\.test\/scim\/v2\/Users\/\S+$/)
  expect(lines).toContain('Authorization: Bearer $TOKEN')
  expect(lines).toContain('Content-Type: application/scim+json')
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'active', value: 'False' }],
  })
  expect(text).toMatch(/^answer: 200 \{.*"active":true/m)
  expect(text).toMatch(/^read again: 200 \{/m)
  expect(text).toContain('must hold: Read "True" and "False"')
})

test('an agent is told when there is nothing to mend', async () => {
  const text = workOrders(await testReceiver([]), { command, tokenVariable: 'TOKEN' })
  expect(text).toMatch(/^Nothing was found\. There is nothing to mend\.$/m)
})

test('what is left behind is told once, with what removes it', async () => {
  const result = await testReceiver(['delete-not-supported'])
  const text = screen(result, { style, verbose: false, only, command, cleanCommand })
  expect(result.leftBehind.length).toBeGreaterThan(3)
  expect(text).toContain(
    `Left behind: ${result.leftBehind.length} of ours. Once the endpoint lets it, this removes them: ${cleanCommand}`,
  )
  expect(text.split('\n').filter((line) => /^ {4}http/.test(line))).toHaveLength(3)
  expect(text).toContain(`… and ${result.leftBehind.length - 3} more (--verbose)`)
})
