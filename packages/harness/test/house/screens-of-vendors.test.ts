// Guides tell where a step is found on the vendors' screens, by today's names and those of older instructions, beside the verb or call that
// does the same here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The cells of the table whose head begins so. */
function table(page: string, head: string): readonly (readonly string[])[] {
  const [, , ...rows] =
    page
      .slice(page.indexOf(`| ${head}`))
      .split('\n\n')[0]
      ?.split('\n') ?? []
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

test('Entra ID: every step has both names and a verb that there is', () => {
  const rows = table(read('docs/guides/entra-provisioning.md'), 'step | portal of 2026')
  const verbs = read('docs/reference/verbs.md')
  expect(rows.length).toBeGreaterThan(6)
  for (const [step, today, before, does = ''] of rows) {
    expect([step, today === '', before === '']).toEqual([step, false, false])
    for (const [, verb] of does.matchAll(/`([a-z-]+)`/g)) expect(verbs).toContain(`entra.${verb}`)
  }
  const words = rows.flat().join(' ')
  for (const name of ['New configuration', 'Admin Credentials', 'Attribute mapping', 'Overview > Properties'])
    expect(words).toContain(name)
})

test('JumpCloud: every step has both names and a call that the guide makes', () => {
  const guide = read('docs/guides/jumpcloud-api.md')
  const rows = table(guide, 'step | console of today')
  expect(rows.length).toBeGreaterThan(3)
  for (const [step, today, before, call = ''] of rows) {
    expect([step, today === '', before === '']).toEqual([step, false, false])
    const [, method = '', end = ''] = /`([A-Z]+) …([^`]+)`/.exec(call) ?? []
    expect(guide).toMatch(new RegExp(`call ${method} +\\S*${end}`))
  }
  expect(guide).toMatch(/Identity Management[\s\S]*Provisioning/)
})
