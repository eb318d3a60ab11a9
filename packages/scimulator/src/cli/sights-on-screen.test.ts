import type { FirstSight } from '@scimulator/harness/examine'
import { expect, test } from 'vitest'
import { sightsOnScreen } from './sights-on-screen.ts'

const sight = (id: string, certainty: FirstSight['certainty']): FirstSight => ({
  id,
  title: `Title of ${id}`,
  certainty,
})

const SIGHTS = [
  sight('a', 'doubted'),
  sight('b', 'doubted'),
  sight('a', 'seen'),
  sight('known', 'seen'),
  sight('c', 'seen'),
]

function said(isTTY: boolean, env: Record<string, string>): string {
  let text = ''
  const stream = { isTTY, write: (part: string) => (text += part) }
  const progress = { clear: () => isTTY && stream.write('<clear>') }
  const hear = sightsOnScreen({ progress, known: new Set(['known']), env, stream })
  for (const one of SIGHTS) hear(one)
  return text
}

test('the first doubt and each finding, and nothing of what is known', () => {
  expect(said(false, {}).split('\n')).toEqual([
    'looks wrong, asked again: Title of a [a]',
    'seen so far: Title of a [a]',
    'seen so far: Title of c [c]',
    '',
  ])
})

test('a terminal loses its line of progress first', () => {
  expect(said(true, { CI: 'true' }).split('\n')[1]).toBe('<clear>seen so far: Title of a [a]')
})

test.each([{ CI: 'true' }, { CI: '1' }])('a log of CI hears nothing: %o', (env) => {
  expect(said(false, env)).toBe('')
})
