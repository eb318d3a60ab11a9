import { expect, test } from 'vitest'
import { completionAt, pressed, signatureAt, withOffer } from './completion.ts'

const WORDS = {
  functions: [
    { name: 'Append', signature: 'Append(source, suffix)' },
    { name: 'ToUpper', signature: 'ToUpper(source, [culture])' },
    { name: 'ToLower', signature: 'ToLower(source, [culture])' },
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

test('within brackets the signature of their function is told', () => {
  expect(signatureAt(...at('Append(ToUpper([mail]), |'), WORDS)).toBe('Append(source, suffix)')
  expect(signatureAt(...at('Append(ToUpper(|'), WORDS)).toBe('ToUpper(source, [culture])')
  expect(signatureAt(...at('Append("ToUpper(", |'), WORDS)).toBe('Append(source, suffix)')
  expect(signatureAt(...at('Append([mail], "x")|'), WORDS)).toBeUndefined()
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
