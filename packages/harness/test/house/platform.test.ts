// What differs from one system to another stands in one folder, where it is tested with the other systems' answers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, ROOT } from './source-files.ts'

const PLACE = 'packages/shared/src/runtime/platform/'

const SIGNS: Readonly<Record<string, RegExp>> = {
  'process.platform or os.platform()':
    /\bprocess\.platform\b|\bos\.(platform|type|release|EOL)\b|\{[^}]*\b(platform|EOL)\b[^}]*\} from 'node:os'/,
  'process.kill': /\bprocess\.kill\(/,
  child_process: /['"](node:)?child_process['"]/,
  'a rename of node:fs': /\bfsp?\.rename(Sync)?\b|\brename(Sync)?\b[^}]*\} from 'node:fs(\/promises)?'|\brenameSync\(/,
  'fsync of node:fs': /\bf(data)?sync(Sync)?\b(?!File|Folder)|\bhandle\.(data)?sync\(/,
  'the separator of paths':
    /\bpath\.(sep|delimiter|win32|posix)\b|\{[^}]*\b(sep|delimiter|win32|posix)\b[^}]*\} from 'node:path'/,
  'a signal of process': /\bprocess\.(on|once|off|addListener|removeListener|prependListener)\(\s*['"`]SIG/,
}

/** `file: sign`. Nothing may join; a line that has become untrue must go. */
const EXCEPTIONS: readonly string[] = []

const sources = ['packages', 'scenarios']
  .flatMap((folder) => filesBelow(join(ROOT, folder), /(?<!\.test)\.ts$/))
  .map(({ path, text }) => ({ path, text: text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '') }))
  .filter(({ path }) => /^packages\/[^/]+\/src\//.test(path))

describe('one folder knows how systems differ', () => {
  test('there is something to look at', () => {
    expect(sources.length).toBeGreaterThan(500)
    const inPlace = sources.filter(({ path }) => path.startsWith(PLACE)).map(({ text }) => text)
    for (const [sign, pattern] of Object.entries(SIGNS)) {
      if (sign === 'a signal of process') continue
      expect(
        inPlace.some((text) => pattern.test(text)),
        sign,
      ).toBe(true)
    }
  })

  test.each([
    ['a signal of process', "process.once('SIGINT', stop)"],
    ['the separator of paths', "import { join, sep } from 'node:path'"],
    ['a rename of node:fs', "import { readFileSync, renameSync } from 'node:fs'"],
    ['child_process', "const { spawn } = await import('child_process')"],
    ['fsync of node:fs', 'await fs.fdatasync(1)'],
    ['process.platform or os.platform()', "import { EOL } from 'node:os'"],
  ])('%s is found in %s', (sign, code) => {
    expect(SIGNS[sign]?.test(code)).toBe(true)
  })

  test('the page of platforms tells of each of its files', () => {
    const page = readFileSync(join(ROOT, 'docs/platforms.md'), 'utf8')
    const files = filesBelow(join(ROOT, PLACE), /^(?!index\.|.*\.test\.|shell-readers).*\.ts$/)
    expect(files.map(({ path }) => path.slice(PLACE.length)).filter((name) => !page.includes(`\`${name}\``))).toEqual(
      [],
    )
  })

  test('nobody else asks', () => {
    const found = sources
      .filter(({ path }) => !path.startsWith(PLACE))
      .flatMap(({ path, text }) =>
        Object.entries(SIGNS).flatMap(([sign, pattern]) => (pattern.test(text) ? [`${path}: ${sign}`] : [])),
      )
    expect(found, `use ${PLACE} and, for what it cannot do yet, add it there`).toEqual(EXCEPTIONS)
  })
})
