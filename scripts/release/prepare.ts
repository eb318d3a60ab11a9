// `npm run release:prepare`: raises the version by what the changesets say, also where guides, examples, containers and the action name it,
// moves their texts to CHANGELOG.md, and keeps what the new version writes for every later one. Nothing is published and nothing is committed.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import readChangesets from '@changesets/read'
import { addToChangelog } from './add-to-changelog.ts'
import { withVersion } from './with-version.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: ROOT, stdio: 'inherit' })
/** What tells of earlier versions, or of other packages; code reads the version from package.json. */
const KEPT = [':!*.ts', ':!CHANGELOG.md', ':!fixtures', ':!docs/decisions', ':!*package-lock.json']

const changesets = await readChangesets(ROOT)
if (changesets.length === 0) {
  console.error('There is no changeset. Write one: npx changeset.')
  process.exit(2)
}
const before = packageVersion()
run('npx', 'changeset', 'version')
const version = packageVersion()
for (const path of naming(before)) {
  const text = readFileSync(join(ROOT, path), 'utf8')
  writeFileSync(join(ROOT, path), withVersion(text, before, version))
}
const changelog = join(ROOT, 'CHANGELOG.md')
writeFileSync(changelog, addToChangelog(readFileSync(changelog, 'utf8'), version, changesets))
run('npm', 'install', '--package-lock-only', '--no-audit', '--no-fund')
const line = /^\d+\.\d+/.exec(version)?.[0] ?? version
if (!existsSync(join(ROOT, 'fixtures/compat', line))) run('npm', 'run', 'compat:write')
console.log(`\n${version} is prepared. Look at the changes, run bash .ci/run, then commit and tag v${version}.`)

function packageVersion(): string {
  return JSON.parse(readFileSync(join(ROOT, 'packages/scimulator/package.json'), 'utf8')).version
}

/** Files of the repository in which a version stands. */
function naming(number: string): readonly string[] {
  const args = ['grep', '--name-only', '-I', '--fixed-strings', '-e', number, '--', '.', ...KEPT]
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n')
}
