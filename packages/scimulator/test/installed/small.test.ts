// Small: what is downloaded, what it takes on disk, what it brings along, and what the command loads before it knows what is wanted.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, inject, test } from 'vitest'

const installed = join(inject('installed'), 'node_modules/scimulator')
const MB = 1_000_000

test('tarball, installed size and dependencies', () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  const { dependencies = {} } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const tarball = statSync(inject('tarball')).size
  const sizes = `${(tarball / MB).toFixed(1)} MB to download, ${(bytes / MB).toFixed(1)} MB installed`
  console.log(`Package: ${sizes}, ${files.length} files, ${Object.keys(dependencies).length} dependencies`)
  expect(Object.keys(dependencies)).toEqual([])
  expect(tarball).toBeLessThan(4.8 * MB)
  expect(bytes).toBeLessThan(20 * MB)
  const guide = readFileSync(join(installed, 'docs/guides/installing.md'), 'utf8')
  const told = /about ([\d.]+) MB to download, (\d+) MB on disk/.exec(guide) ?? []
  expect(Math.abs(Number(told[1]) - tarball / MB), `docs/guides/installing.md: ${sizes}`).toBeLessThan(0.3)
  expect(Math.abs(Number(told[2]) - bytes / MB), `docs/guides/installing.md: ${sizes}`).toBeLessThan(1.5)
})

/** Files that are loaded with this one, whatever is asked: dynamic imports are not among them. */
function loadedWith(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known
  known.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, path = ''] of text.matchAll(/^(?:import|export)\b[^;]*?["'](\.[^"']+)["'];?$/gm))
    loadedWith(join(dirname(file), path), known)
  return known
}

test('--help loads little: one small part of the code', () => {
  const files = [...loadedWith(join(installed, 'dist/command.js'))]
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  console.log(`--help loads ${files.length} files, ${Math.round(bytes / 1000)} kB`)
  // Measured: within twice the time of "node -e 0" as long as it is about this much.
  expect(bytes).toBeLessThan(250_000)
  expect(files.map((file) => readFileSync(file, 'utf8')).join('')).not.toMatch(
    /node_modules\/(zod|yaml|express|@modelcontextprotocol)\//,
  )
})
