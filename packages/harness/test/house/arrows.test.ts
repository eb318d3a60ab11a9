// Which room may import which. An arrow that is not in a table here does not exist.
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, type SourceFile, sourceFiles } from './source-files.ts'

const PACKAGE_ARROWS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  receiver: ['shared'],
  'entra-sim': ['shared'],
  'jumpcloud-sim': ['shared'],
  findings: ['shared'],
  harness: ['shared', 'receiver', 'entra-sim', 'jumpcloud-sim', 'findings'],
  scimulator: ['shared', 'receiver', 'entra-sim', 'jumpcloud-sim', 'findings', 'harness'],
}

const ROOMS_OF_SHARED: Readonly<Record<string, readonly string[]>> = {
  scim: [],
  provisioning: [],
  behaviour: [],
  runtime: [],
  people: [],
  store: ['runtime'],
  http: ['provisioning', 'behaviour', 'runtime'],
}

/** Folders of rules: no I/O, no framework, no database, nothing of Node. */
const PURE_FOLDERS = [
  'packages/shared/src/scim/',
  'packages/shared/src/provisioning/',
  'packages/shared/src/behaviour/',
  'packages/receiver/src/profile/',
  'packages/entra-sim/src/expression/',
  'packages/entra-sim/src/mapping/',
  'packages/entra-sim/src/scoping/',
  'packages/entra-sim/src/cycle/',
  'packages/entra-sim/src/conversation/',
  'packages/entra-sim/src/request/',
  'packages/jumpcloud-sim/src/push/',
]

const IMPURE = /^(node:|express$|lowdb|undici|@faker-js\/)/

const product = sourceFiles().filter(({ path, isTest }) => path.startsWith('packages/') && !isTest)

describe('packages import only along the arrows', () => {
  test.each(Object.keys(PACKAGE_ARROWS))('%s', (name) => {
    const allowed = PACKAGE_ARROWS[name] ?? []
    const strays = importsIn(`packages/${name}/src/`).filter(({ target }) => {
      const imported = /^@scimulator\/([^/]+)/.exec(target)?.[1]
      return imported !== undefined && !allowed.includes(imported)
    })
    expect(strays).toEqual([])
  })

  test('relative imports stay inside their package', () => {
    const strays = importsIn('packages/').filter(({ from, target }) => {
      if (!target.startsWith('.')) return false
      const reached = posix.join(posix.dirname(from), target)
      return !reached.startsWith(from.split('/').slice(0, 2).join('/'))
    })
    expect(strays).toEqual([])
  })
})

describe('rooms of shared import only along the arrows', () => {
  test.each(Object.keys(ROOMS_OF_SHARED))('%s', (room) => {
    const allowed = [room, ...(ROOMS_OF_SHARED[room] ?? [])]
    const strays = importsIn(`packages/shared/src/${room}/`).filter(({ from, target }) => {
      if (!target.startsWith('.')) return false
      const reached = posix.join(posix.dirname(from), target).split('/')[3] ?? ''
      return !allowed.includes(reached)
    })
    expect(strays).toEqual([])
  })

  test('scim imports no library', () => {
    const libraries = importsIn('packages/shared/src/scim/').filter(({ target }) => !/^(\.|zod$)/.test(target))
    expect(libraries).toEqual([])
  })

  test('faker is imported by people alone', () => {
    const strays = importsIn('packages/').filter(
      ({ from, target }) => target.startsWith('@faker-js') && !from.startsWith('packages/shared/src/people/'),
    )
    expect(strays).toEqual([])
  })
})

describe('pure folders import no I/O', () => {
  test.each(PURE_FOLDERS)('%s', (folder) => {
    expect(importsIn(folder).filter(({ target }) => IMPURE.test(target))).toEqual([])
  })

  test('the expression language imports nothing but itself', () => {
    const strays = importsIn('packages/entra-sim/src/expression/').filter(
      ({ from, target }) =>
        !posix.join(posix.dirname(from), target).startsWith('packages/entra-sim/src/expression') ||
        !target.startsWith('.'),
    )
    expect(strays).toEqual([])
  })
})

function importsIn(prefix: string): { from: string; target: string }[] {
  return product.filter(({ path }) => path.startsWith(prefix)).flatMap(importsFrom)
}

function importsFrom(file: SourceFile): { from: string; target: string }[] {
  return importsOf(file).map((target) => ({ from: file.path, target }))
}
