// Releases are made by changesets: its configuration is one that it reads, and what waits is about the package that is published.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@changesets/config'
import readChangesets from '@changesets/read'
import { expect, test } from 'vitest'
import { addToChangelog } from '../../../../scripts/release/add-to-changelog.ts'
import { withVersion } from '../../../../scripts/release/with-version.ts'
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

test.each([
  ['npx --yes scimulator@0.1.0 test', 'npx --yes scimulator@0.2.0 test'],
  ['image: registry/scimulator:0.1.0', 'image: registry/scimulator:0.2.0'],
  ['./scimulator-0.1.0.tgz, then', './scimulator-0.2.0.tgz, then'],
  ['with scimulator@0.1.0.', 'with scimulator@0.2.0.'],
  [
    '\n  version:\n    description: Version\n    default: 0.1.0\n',
    '\n  version:\n    description: Version\n    default: 0.2.0\n',
  ],
  ['scimulator@0.1.01, scimulator@0.1.0-rc.1, scimulator@0x1.0', undefined],
  ['other-scimulator@0.1.0, yocto-queue@0.1.0, since 0.1.0', undefined],
  ['\n  other:\n    default: 0.1.0\n', undefined],
])('%j where the version is raised', (before, after = before) => {
  expect(withVersion(before, '0.1.0', '0.2.0')).toBe(after)
})

test('what the version is written into names the one that is', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/scimulator/package.json'), 'utf8'))
  for (const path of [
    'README.md',
    'action/action.yml',
    'docker/Dockerfile',
    'docs/guides/ci.md',
    'examples/ci/github.yml',
  ]) {
    const text = readFileSync(join(ROOT, path), 'utf8')
    expect(withVersion(text, version, '99.0.0'), path).toContain('99.0.0')
  }
})
