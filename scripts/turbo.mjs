// Runs turbo with telemetry off, whatever the environment says, and hands its exit code on.
import { spawnSync } from 'node:child_process'

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
const result = spawnSync('turbo', process.argv.slice(2), { stdio: 'inherit', env, shell: process.platform === 'win32' })
if (result.error) console.error(`turbo could not be started: ${result.error.message}; run npm ci first`)
process.exit(result.status ?? 1)
