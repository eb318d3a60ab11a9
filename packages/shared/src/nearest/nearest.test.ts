import { describe, expect, it } from 'vitest'
import { nearest, suggest } from './nearest.ts'

const KNOWN = ['set-scoping-filter', 'set-export-attributes', 'name.givenName', 'active']

describe('what comes nearest', () => {
  it.each([
    ['set-scoping-filtr', ['set-scoping-filter']],
    ['set-xeport-attributes', ['set-export-attributes']],
    ['givenNam', ['name.givenName']],
    ['ACTIVE', ['active']],
    ['actve', ['active']],
    ['', []],
    ['something-else', []],
    ['active, but with a sentence after it', []],
  ])('of "%s" is %j', (written, near) => {
    expect(nearest(written, KNOWN)).toEqual(near)
  })

  it('is nothing where somebody wrote a page, however many names are known: it is not compared letter by letter', () => {
    const page = 'set-scoping-filter'.repeat(4_000)
    const long = Array.from({ length: 2_000 }, (_, index) => `${page.slice(1)}${index}`)
    expect(nearest(page, long)).toEqual([])
    expect(suggest(page, long.slice(0, 1))).toContain('Known: ')
  })

  it('compares no name that is too long or too short to be near', () => {
    const page = 'x'.repeat(5_000_000)
    expect(nearest('activ', [page, ...KNOWN])).toEqual(['active'])
  })
})
