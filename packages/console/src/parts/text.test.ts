import { expect, test } from 'vitest'
import { instantText, timeText } from './time-text.ts'
import { labelText, valueText } from './value-text.ts'

test.each([
  ['2026-01-05T09:40:02Z', '5 Jan 2026 09:40', '09:40:02'],
  [Date.UTC(2026, 11, 31, 23, 59, 59), '31 Dec 2026 23:59', '23:59:59'],
  ['yesterday', 'yesterday', 'yesterday'],
])('%s is shown as %s', (instant, long, short) => {
  expect([instantText(instant), timeText(instant)]).toEqual([long, short])
})

test.each([
  [true, 'yes'],
  [['Sales', 'Legal'], 'Sales, Legal'],
  [null, ''],
  [undefined, ''],
  [0, '0'],
  [{ a: 1 }, '{"a":1}'],
  ['<img onerror>', '<img onerror>'],
])('%j in a cell is "%s"', (value, text) => {
  expect(valueText(value)).toBe(text)
})

test.each([
  ['tokenExpiresAt', 'Token expires at'],
  ['externalID', 'External ID'],
  ['event_type', 'Event type'],
  ['id', 'Id'],
])('%s is called "%s"', (name, label) => {
  expect(labelText(name)).toBe(label)
})
