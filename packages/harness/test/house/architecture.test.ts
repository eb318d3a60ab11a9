// What docs/architecture.md draws and lists is there: a box, a room or a file that has moved is found here.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOUSE } from './rooms.ts'
import { filesBelow, ROOT } from './source-files.ts'

const PAGE = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
const [CYCLE = '', PATCH = ''] = Array.from(PAGE.matchAll(/^```mermaid\n([\s\S]*?)^```/gm), ([, text = '']) => text)

describe.each([
  ['a cycle', CYCLE, 'entra-sim'],
  ['a PATCH', PATCH, 'receiver'],
])('the walk of %s', (_walk, drawing, home) => {
  const labels = Array.from(drawing.matchAll(/\b\w+(?:\[\(|\[|\()([^\])]+)/g), ([, label = '']) => label)
  const paths = labels.flatMap((label) => label.match(/[a-z-]+\/[a-z/-]*/g) ?? [])

  test('has boxes', () => expect(paths.length).toBeGreaterThan(5))

  test.each(paths)('%s is there', (path) => {
    expect([`packages/${home}/src/${path}`, inPackage(path)].some(isThere)).toBe(true)
  })

  test('what a box calls by its bare name is a file of the walk', () => {
    const bare = labels.flatMap(
      (label) => (label.split(':')[0] ?? '').match(/(?<![\w/.-])[a-z]+-[a-z-]+(?![\w/])/g) ?? [],
    )
    const files = [home, 'shared'].flatMap((name) => filesBelow(join(ROOT, `packages/${name}/src`), /\.ts$/))
    const names = new Set(files.map(({ path }) => path.replace(/^.*\/|\.ts$/g, '')))
    expect(bare.filter((name) => !names.has(name))).toEqual([])
  })
})

test('every room of the table is there, or is one of the plan', () => {
  const [, table = ''] = PAGE.split('## What each room must not know')
  const rows = Array.from((table.split('\n## ')[0] ?? '').matchAll(/^\| (`.+?`) \|/gm), ([, first = '']) => first)
  const rooms = rows.flatMap((row) => Array.from(row.matchAll(/`([^`]+)`/g), ([, room = '']) => room))
  expect(rooms.length).toBeGreaterThan(30)
  expect(rooms.filter((room) => !isThere(inPackage(room)) && !isPlanned(room))).toEqual([])
})

test('PATCH is in the three places that are named', () => {
  const [, table = ''] = PAGE.split('**PATCH lives in three places**')
  const named = Array.from((table.split('\n## ')[0] ?? '').matchAll(/`([a-z-]+\/[^`]+)`/g), ([, path = '']) => path)
  expect(named.filter((path) => path.includes('/src/')).length).toBeGreaterThanOrEqual(5)
  const files = filesBelow(join(ROOT, 'packages'), /\.ts$/).map(({ path }) => path)
  const missing = named.filter((path) => !files.some((file) => globOf(path).test(file)))
  expect(missing).toEqual([])
})

describe('where things are', () => {
  const [, list = ''] = /^## Where things are\n\n```\n([\s\S]*?)^```/m.exec(PAGE) ?? []
  const parts = list.split(/^(?=\S)/m).map((text) => ({ root: text.match(/^\S+/)?.[0] ?? '', text }))

  test.each(parts.map(({ root, text }) => [root, text] as const))('%s', (root, text) => {
    expect(isThere(root)).toBe(true)
    const said = text.slice(root.length).replace(/\((?![^)]*\/)[^)]*\)/g, '')
    const folders = Array.from(said.matchAll(/(?<![\w/{,.-])([a-z-]+)\/(?=[\s,;)]|$)/gm), ([, name = '']) => name)
    const below = [root, ...(text.match(/(?<=[\s])[a-z-]+(?=\/[\s{])/g)?.map((name) => `${root}${name}/`) ?? [])]
    expect(folders.filter((name) => !below.some((folder) => isThere(join(folder, name))))).toEqual([])
  })
})

/** `shared/scim` is packages/shared/src/scim; `testkit/test/hostile` is as it says. */
function inPackage(path: string): string {
  const [name, ...rest] = path.split('/')
  const below = rest.join('/')
  return isThere(`packages/${name}/src/${below}`) ? `packages/${name}/src/${below}` : `packages/${path}`
}

function isPlanned(room: string): boolean {
  const [name = '', ...rest] = room.split('/')
  return Object.keys(HOUSE[name]?.rooms ?? {}).includes(rest.join('/'))
}

function isThere(path: string): boolean {
  return [path, `${path}.ts`].some((each) => existsSync(join(ROOT, each)))
}

function globOf(path: string): RegExp {
  const text = path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')
  return new RegExp(`^packages/(?:[a-z-]+/src/)?${text}`)
}
