// Runs turbo with telemetry off, whatever the environment says, and hands its exit code on. A turbo that is stopped by a signal ends with 0,
// so its own summary is asked whether all tasks have ended.
import { spawn } from 'node:child_process'
import { onStopSignal, type StopSignal } from '../../packages/shared/src/runtime/platform/stop-signals.ts'
import { outcomeOf, takeSummary } from './summary.ts'

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
const [command = 'run', ...rest] = process.argv.slice(2)
const startedAt = Date.now()
const turbo = spawn('turbo', [command, '--summarize=true', ...rest], {
  stdio: 'inherit',
  env,
  shell: process.platform === 'win32',
})
let stopped: StopSignal | undefined
const stopListening = onStopSignal((signal) => {
  stopped = signal
  // A terminal sends SIGINT to turbo as well.
  if (signal.name !== 'SIGINT') turbo.kill(signal.name)
})
turbo.on('error', ({ message }) => {
  console.error(`turbo could not be started: ${message}; run npm ci first`)
  process.exitCode = 1
})
turbo.on('close', (code) => {
  stopListening()
  const { exitCode, message } = outcomeOf(code, takeSummary('.turbo/runs', startedAt))
  if (message !== undefined) console.error(message)
  process.exitCode = stopped?.exitCode ?? exitCode
})
