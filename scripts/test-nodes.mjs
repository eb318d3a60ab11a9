// Runs the tests on each Node that is supported, taking the binaries from npm's `node` package. The first run downloads them.
import { spawnSync } from 'node:child_process'

const MAJORS = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['20', '22', '24']

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
const command =
  'node -v && env -u npm_config_package ./node_modules/.bin/turbo run test --force --output-logs=errors-only'

const failed = MAJORS.filter((major) => {
  console.log(`\nNode ${major}`)
  const result = spawnSync('npx', ['-y', '-p', `node@${major}`, '-c', command], { stdio: 'inherit', env })
  return result.status !== 0
})

console.log(
  failed.length === 0 ? `\nNode ${MAJORS.join(', ')}: all tests pass` : `\nNode ${failed.join(', ')}: tests fail`,
)
process.exit(failed.length === 0 ? 0 : 1)
