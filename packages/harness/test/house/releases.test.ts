// Releases are made by changesets: its configuration is one that it reads, and what waits is about the package that is published.
import { join } from 'node:path'
import { read } from '@changesets/config'
import readChangesets from '@changesets/read'
import { expect, test } from 'vitest'
import { addToChangelog } from '../../../../scripts/release/add-to-changelog.ts'
import { ROOT } from './source-files.ts'

test('the configuration is read without a complaint, and keeps the changelog at the root', async () => {
  const config = await read(ROOT)
  expect(config).toMatchObject({
    changelog: false,
    baseBranch: 'main',
    access: 'public',
    privatePackages: { version: true },
  })
})

test('changesets that wait name the published package alone, and say what somebody notices', async () => {
  for (const { id, releases, summary } of await readChangesets(ROOT)) {
    expect([id, releases.map(({ name }) => name)]).toEqual([id, ['scimulator']])
    expect(summary.length, join('.changeset', `${id}.md`)).toBeGreaterThan(10)
  }
})

test('a version gets its section above the others, once', () => {
  const before = '# Changelog\n\nWords.\n\n## 0.1.0\n\n- First.\n'
  const after = addToChangelog(before, '0.2.0', [{ summary: 'One thing.\nMore of it.' }, { summary: 'Another.' }])
  expect(after).toBe(
    '# Changelog\n\nWords.\n\n## 0.2.0\n\n- One thing.\n  More of it.\n- Another.\n\n## 0.1.0\n\n- First.\n',
  )
  expect(() => addToChangelog(after, '0.2.0', [])).toThrow('a section of 0.2.0 already')
})
