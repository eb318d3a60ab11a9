import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgress } from './progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function recording(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

test('a log hears what is at work while nothing else is said, and nothing in between', () => {
  const stream = recording(false)
  const progress = createProgress(stream, 15_000)
  progress.show('3 done, a.yaml')
  progress.show('4 done, b.yaml')
  expect(stream.written).toEqual([])
  vi.advanceTimersByTime(15_000)
  expect(stream.written).toEqual(['4 done, b.yaml\n'])
  progress.clear()
  vi.advanceTimersByTime(15_000)
  expect(stream.written).toHaveLength(1)
  vi.advanceTimersByTime(15_000)
  expect(stream.written).toEqual(['4 done, b.yaml\n', '4 done, b.yaml\n'])
  progress.stop()
  vi.advanceTimersByTime(60_000)
  expect(stream.written).toHaveLength(2)
})

test('a terminal sees one line that is written over and taken away', () => {
  const stream = recording(true)
  const progress = createProgress(stream)
  progress.show('a.yaml')
  progress.clear()
  progress.stop()
  expect(stream.written).toEqual(['\r\u001B[K… a.yaml', '\r\u001B[K', '\r\u001B[K'])
})
