// `npm run release:prepare`: raises the version by what the changesets say, moves their texts to CHANGELOG.md, and keeps what the new
// version writes for every later one. Nothing is published and nothing is committed.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import readChangesets from '@changesets/read'
import { addToChangelog } from './add-to-changelog.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: ROOT, stdio: 'inherit' })

const changesets = await readChangesets(ROOT)
if (changesets.length === 0) throw new Error('There is no changeset. Write one: npx changeset.')
run('npx', 'changeset', 'version')
const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/scimulator/package.json'), 'utf8'))
const changelog = join(ROOT, 'CHANGELOG.md')
writeFileSync(changelog, addToChangelog(readFileSync(changelog, 'utf8'), version, changesets))
run('npm', 'install', '--package-lock-only', '--no-audit', '--no-fund')
const line = /^\d+\.\d+/.exec(version)?.[0] ?? version
if (!existsSync(join(ROOT, 'fixtures/compat', line))) run('npm', 'run', 'compat:write')
console.log(`\n${version} is prepared. Look at the changes, run bash .ci/run, then commit and tag v${version}.`)
