// What the README says of installing, literally, in an empty folder; and that everything it links to is there.
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, inject, test } from 'vitest'

const installed = join(inject('installed'), 'node_modules/scimulator')
const empty = mkdtempSync(join(tmpdir(), 'scimulator-empty-'))
afterAll(() => rmSync(empty, { recursive: true, force: true }))

test('"Install" works line by line in an empty folder', async () => {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8')
  const [, commands = ''] = /## Install[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme) ?? []
  const lines = commands
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
    .filter((line) => line !== '')
  expect(lines.length).toBeGreaterThanOrEqual(3)
  // The tarball lies where the first line says, as after "npm run pack" in a clone.
  copyFileSync(inject('tarball'), join(empty, basename(inject('tarball'))))
  const printed: string[] = []
  for (const line of lines) {
    const { NODE_OPTIONS: _, ...env } = process.env
    const { stdout } = await promisify(execFile)('sh', ['-c', line], { cwd: empty, env: { ...env, NO_COLOR: '1' } })
    printed.push(stdout)
  }
  const [, listed, ran] = printed
  expect(listed).toMatch(/^entra\/help-page +/m)
  expect(ran).toMatch(/2 scenarios: 2 passed/)
})

describe('documents of the package', () => {
  const pages = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && !name.startsWith('scenarios'),
  )

  test('guides and references are among them, and what is about working on Scimulator is not', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'AGENTS.md', 'docs/guides/scenarios.md', 'docs/findings.md']),
    )
    expect(pages.filter((page) => page.includes('decisions'))).toEqual([])
  })

  test.each(pages)('%s links to files that are there', (page) => {
    const text = readFileSync(join(installed, page), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link = '']) =>
      decodeURIComponent(link),
    )
    expect(links.filter((link) => !existsSync(join(installed, dirname(page), link)))).toEqual([])
  })
})
