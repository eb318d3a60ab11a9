import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inOnePage } from './build-story.ts'

const PAGE =
  '<meta content="script-src \'sha256-SCRIPT-HASH\'" /><script type="module" src="/src/story-main.tsx"></script>'

test('the script stands in the page, allowed by its hash, and cannot be ended by a text in it', () => {
  const page = inOnePage(PAGE, 'const a = "</script><!-- $&"')
  const [, script = ''] = /<script type="module">(.*)<\/script>$/s.exec(page) ?? []
  expect(script).toBe('const a = "\\x3c/script>\\x3c!-- $&"')
  expect(page).toContain(`sha256-${createHash('sha256').update(script).digest('base64')}`)
})

test('a page without its place for the script is refused', () => {
  expect(() => inOnePage('<html></html>', '')).toThrow('has not exactly one')
})
