import { expect, test } from 'vitest'
import { completionAt, exampleText, functionAt, pressed, type Told, withOffer } from './completion.ts'

const told = (name: string, takes: string, result?: string): Told => ({
  name,
  signature: `${name}(${takes})`,
  describes: `What ${name} gives.`,
  example: { expression: `${name}("Anna")`, result },
})
const WORDS = {
  functions: [
    told('Append', 'source, suffix'),
    told('ToUpper', 'source, [culture]', 'ANNA'),
    told('ToLower', 'source, [culture]'),
  ],
  attributes: ['department', 'displayName', 'accountEnabled'],
}
/** The caret is where the bar is. */
const at = (marked: string) => [marked.replace('|', ''), marked.indexOf('|')] as const
const labels = (marked: string) => completionAt(...at(marked), WORDS).offers.map(({ label }) => label)

test.each([
  ['To|', ['ToUpper', 'ToLower']],
  ['a|', ['Append', '[accountEnabled]']],
  ['Append([d|', ['[department]', '[displayName]']],
  ['Append([|])', ['[department]', '[displayName]', '[accountEnabled]']],
  ['Append("To|', []],
  ['Append("a", To|', ['ToUpper', 'ToLower']],
  ['Append(|', []],
  ['xyz|', []],
])('at %s %o is offered', (marked, offered) => {
  expect(labels(marked)).toEqual(offered)
})

test.each([
  ['app|', 'Append(|)'],
  ['Append(toup|, "x")', 'Append(ToUpper(|), "x")'],
  ['app|([mail])', 'Append(|[mail])'],
  ['Append([dep|])', 'Append([department]|)'],
  ['Append(dep|)', 'Append([department]|)'],
])('an offer at %s gives %s', (marked, after) => {
  const [text, caret] = at(marked)
  const completion = completionAt(text, caret, WORDS)
  const [offer] = completion.offers
  if (!offer) throw new Error('nothing is offered')
  const done = withOffer(text, completion, offer)
  expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(after)
})

test('within brackets their function is told, with an example of it', () => {
  const signatureAt = (marked: string) => functionAt(...at(marked), WORDS)?.signature
  expect(signatureAt('Append(ToUpper([mail]), |')).toBe('Append(source, suffix)')
  expect(signatureAt('Append(ToUpper(|')).toBe('ToUpper(source, [culture])')
  expect(signatureAt('Append("ToUpper(", |')).toBe('Append(source, suffix)')
  expect(signatureAt('Append([mail], "x")|')).toBeUndefined()
  const [append, toUpper] = WORDS.functions
  expect([append, toUpper].map((one) => one && exampleText(one))).toEqual(['Append("Anna")', 'ToUpper("Anna") = ANNA'])
})

test('an offer says what its function gives', () => {
  const { offers } = completionAt('toU', 3, WORDS)
  expect(offers).toEqual([{ label: 'ToUpper', note: 'ToUpper(source, [culture])', describes: 'What ToUpper gives.' }])
})

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', -1, undefined],
  ['Enter', -1, undefined],
  ['Enter', 1, 'take'],
  ['Tab', 1, 'take'],
  ['Escape', -1, 'close'],
  ['x', 1, undefined],
])('%s at %d of three offers: %s', (key, chosen, meant) => {
  expect(pressed(key, chosen, 3)).toBe(meant)
  expect(pressed(key, chosen, 0)).toBeUndefined()
})
