// What `--switch` and `--deviation` of the `up` commands change is seen by whoever speaks with the programs.
import type { ChildProcess } from 'node:child_process'
import { afterEach, describe, expect, test } from 'vitest'
import { startCommand } from './command.ts'
import { startRecordingTarget } from './recording-target.ts'

const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

describe('up commands with switches', { timeout: 120_000 }, () => {
  test('entra up --switch changes what is sent; without it the default is', async () => {
    const target = await startRecordingTarget()
    const sent = async (...switches: readonly string[]) => {
      const url = await up('entra', 'up', '--port', '0', ...switches)
      await verb(url, 'create-app', { name: 'Lark' })
      await verb(url, 'set-credentials', { tenantUrl: target.url, secretToken: 'secret' })
      await verb(url, 'test-connection', {})
      return target.takeHeaders().map((headers) => 'user-agent' in headers)
    }
    expect(await sent('--switch', 'userAgent=custom', '--switch', 'probePerCycle=1')).toContain(true)
    expect(await sent()).not.toContain(true)
    await target.close()
  })

  test('receiver up --deviation shows the bug from the start', async () => {
    const statusOf = async (...options: readonly string[]) => {
      const url = await up('receiver', 'up', '--port', '0', '--token', 'secret', ...options)
      const answer = await fetch(`${url}/Users?filter=userName+eq+%22nobody%22`, {
        headers: { authorization: 'Bearer secret' },
      })
      return answer.status
    }
    expect(await statusOf('--deviation', 'filter-answers-404')).toBe(404)
    expect(await statusOf()).toBe(200)
  })

  test.each([
    [['entra', 'up', '--switch', 'postActiv=string'], 'There is no switch "postActiv". Did you mean "postActive"?\n'],
    [['jumpcloud', 'up', '--switch', 'retryLimit=99'], 'Switch "retryLimit" cannot be "99". Allowed: 0 to 20.\n'],
    [['receiver', 'up', '--deviation', 'slo'], 'There is no deviation "slo". Did you mean "slow"?\n'],
  ])('%j ends with 2 and the way out', async (args, message) => {
    const { ended } = start(args)
    const { code, err } = await ended
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

async function up(...args: readonly string[]): Promise<string> {
  const line = await start(args).firstLine
  return /at (http\S+) /.exec(line)?.[1] ?? line
}

async function verb(url: string, name: string, input: unknown): Promise<void> {
  const body = JSON.stringify(input)
  const headers = { 'content-type': 'application/json' }
  await fetch(`${url}/_scimulator/verbs/${name}`, { method: 'POST', headers, body })
}

function start(args: readonly string[]) {
  const started = startCommand(args)
  running.push(started.child)
  return started
}
