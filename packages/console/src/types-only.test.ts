import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))

function found(pattern: RegExp): readonly string[] {
  return SOURCES.filter(({ text }) => pattern.test(text)).map(({ path }) => path.replaceAll('\\', '/'))
}

test('of the programs there are types, and no code; what is cut out of a view as a page is shared', () => {
  expect(SOURCES.length).toBeGreaterThan(30)
  expect(found(/^import (?!type\b)[^;]*?from '@scimulator\/(?!shared\/paging')/m)).toEqual([])
  expect(found(/from '@scimulator\/shared\/paging'/)).toEqual(['source/page-of.ts'])
})

test('only the source speaks to a server', () => {
  expect(found(/\bfetch\(|new EventSource\(|XMLHttpRequest|WebSocket/)).toEqual([
    'source/event-stream.ts',
    'source/live-source.ts',
  ])
})

test('no text becomes markup', () => {
  expect(found(/dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/)).toEqual([])
})

test('colours come from the theme', () => {
  expect(found(/#[0-9a-f]{6}\b|\brgba?\(/i)).toEqual(['shell/theme.ts'])
})
