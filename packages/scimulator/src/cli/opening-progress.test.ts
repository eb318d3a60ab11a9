import { expect, test } from 'vitest'
import { openingProgress } from './opening-progress.ts'

const MIB = 1024 * 1024

function written(isTTY: boolean, totalBytes: number): string[] {
  const texts: string[] = []
  const progress = openingProgress('./staging', { isTTY, write: (text) => texts.push(text) })
  for (const share of [0.25, 0.251, 1]) progress.show({ bytes: totalBytes * share, totalBytes })
  progress.end()
  progress.end()
  return texts
}

test('a large folder shows on a terminal how far it is, a percentage once, and leaves the line empty', () => {
  expect(written(true, 40 * MIB)).toEqual([
    '\rOpening ./staging: 25 % of 40 MiB',
    '\rOpening ./staging: 100 % of 40 MiB',
    '\r\u001b[K',
  ])
})

test.each([
  ['a small folder', true, 1 * MIB],
  ['whatever is no terminal', false, 40 * MIB],
])('%s shows nothing', (_what, isTTY, bytes) => {
  expect(written(isTTY, bytes)).toEqual([])
})
