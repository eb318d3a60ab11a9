// Which room may import which: the table is rooms.ts, and nothing goes against it.
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { roomless, straysIn } from './arrows.ts'
import { importCircles } from './import-circles.ts'
import { importsOf, type SourceFile, sourceFiles } from './source-files.ts'

/** Folders of rules: no I/O, no framework, no database, nothing of Node. */
const PURE_FOLDERS = [
  'packages/shared/src/scim/',
  'packages/shared/src/provisioning/',
  'packages/shared/src/behaviour/',
  'packages/shared/src/regex/',
  'packages/shared/src/nearest/',
  'packages/shared/src/paging/',
  'packages/receiver/src/profile/',
  'packages/receiver/src/rfc/',
  'packages/receiver/src/lark/state/',
  'packages/receiver/src/lark/rules/',
  'packages/receiver/src/lark/decide/',
  'packages/entra-sim/src/expression/',
  'packages/entra-sim/src/mapping/',
  'packages/entra-sim/src/scoping/',
  'packages/entra-sim/src/cycle/',
  'packages/entra-sim/src/absorb/',
  'packages/entra-sim/src/settle/',
  'packages/entra-sim/src/conversation/',
  'packages/entra-sim/src/request/',
  'packages/entra-sim/src/plan/',
  'packages/entra-sim/src/schema/',
  'packages/entra-sim/src/state/',
  'packages/jumpcloud-sim/src/state/',
  'packages/jumpcloud-sim/src/push/',
  'packages/okta-sim/src/values/',
  'packages/okta-sim/src/plan/',
  'packages/okta-sim/src/wire/',
  'packages/findings/src/',
  'packages/oracle/src/',
]

/** What they hash opens no door. */
const OF_TEXTS = [
  'packages/harness/src/scenario/shard-plan.ts',
  'packages/harness/src/target/run-names.ts',
  'packages/scimulator/src/cli/corpus.ts',
]

const IMPURE = /^(node:|express$|lowdb|undici|@faker-js\/)/

const product = sourceFiles().filter(({ path, isTest }) => /^packages\/[^/]+\/src\//.test(path) && !isTest)

describe('rooms import only along the arrows', () => {
  test('every file stands in a room of rooms.ts', () => {
    expect(roomless(product)).toEqual([])
  })

  test('no import goes against the table', () => {
    expect(straysIn(product).map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('an import against the table is found', () => {
    const against = file('shared/src/scim/x.ts', "import { send } from '../http/index.ts'")
    const along = file('shared/src/http/x.ts', "import type { ScimRequest } from '../provisioning/index.ts'")
    const abroad = file('findings/src/findings/x.ts', "import { createReceiver } from '@scimulator/receiver'")
    const reached = file('entra-sim/src/job/x.ts', "import { apply } from '../state/change.ts'")
    expect(straysIn([against, along, abroad, reached])).toEqual([
      { from: 'packages/entra-sim/src/job/x.ts', to: 'state' },
      { from: 'packages/findings/src/findings/x.ts', to: 'receiver' },
      { from: 'packages/shared/src/scim/x.ts', to: 'http' },
    ])
  })
})

describe('files import one another in no circle, types counted', () => {
  test('there is no circle', () => {
    expect(importCircles(product)).toEqual([])
  })

  test('a circle of three is found, what only hangs on it is not', () => {
    const one = file('x/src/one.ts', "import { two } from './two.ts'")
    const two = file('x/src/two.ts', "import type { Three } from './three.ts'")
    const three = file('x/src/three.ts', "export { one } from './one.ts'")
    const hanging = file('x/src/hanging.ts', "import { one } from './one.ts'")
    expect(importCircles([hanging, one, two, three])).toEqual([
      ['packages/x/src/one.ts', 'packages/x/src/three.ts', 'packages/x/src/two.ts'],
    ])
  })
})

describe('what libraries are for', () => {
  test('scim imports no library', () => {
    const libraries = importsIn('packages/shared/src/scim/').filter(({ target }) => !/^(\.|zod$)/.test(target))
    expect(libraries).toEqual([])
  })

  test('what opens a door is compared in one place', () => {
    const places = product.filter(({ text }) => text.includes('timingSafeEqual')).map(({ path }) => path)
    expect(places).toEqual(['packages/shared/src/http/constant-time.ts'])
  })

  test('what opens a door is kept as the hash of one function', () => {
    const places = product.filter(({ text }) => /createHash\('sha256'\)\.update\(\w+\)\.digest\('hex'\)/.test(text))
    expect(places.map(({ path }) => path).filter((path) => !OF_TEXTS.includes(path))).toEqual([
      'packages/shared/src/runtime/hash-token.ts',
    ])
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

  test('the expression language imports nothing but itself, its switches, patterns and spelling', () => {
    const own = ['packages/entra-sim/src/expression/', 'packages/entra-sim/src/switches/expression-switches.ts']
    const also = ['@scimulator/shared/behaviour', '@scimulator/shared/regex', '@scimulator/shared/nearest']
    const strays = importsIn('packages/entra-sim/src/expression/').filter(({ from, target }) => {
      const path = posix.join(posix.dirname(from), target)
      return target.startsWith('.') ? !own.some((each) => path.startsWith(each)) : !also.includes(target)
    })
    expect(strays).toEqual([])
  })
})

function file(path: string, text: string): SourceFile {
  return { path: `packages/${path}`, text, isTest: false }
}

function importsIn(prefix: string): { from: string; target: string }[] {
  return product.filter(({ path }) => path.startsWith(prefix)).flatMap(importsFrom)
}

function importsFrom(file: SourceFile): { from: string; target: string }[] {
  return importsOf(file).map((target) => ({ from: file.path, target }))
}
