import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { BIN } from './command.ts'

test('a receiver whose npx is ended does not live on', async () => {
  // As npx does it: a shell between, which ends at SIGTERM without telling its child.
  const command = `"${process.execPath}" "${BIN}" receiver up --port 0 --token secret; true`
  const shell = spawn('sh', ['-c', command], { env: { ...process.env, npm_command: 'exec' } })
  const [line] = await once(shell.stdout, 'data')
  expect(String(line)).toContain('/scim/v2')
  shell.kill('SIGTERM')
  // The pipes are closed when the last process that holds them has ended, and that is the receiver.
  const [, signal] = await once(shell, 'close')
  expect(signal).toBe('SIGTERM')
}, 60_000)
