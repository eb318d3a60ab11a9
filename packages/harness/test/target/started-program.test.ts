import { createSender } from '@scimulator/shared/http'
import { realTime } from '@scimulator/shared/runtime'
import { afterAll, expect, test } from 'vitest'
import { startProgram } from '../../src/target/started-program.ts'

const sender = createSender({ clock: realTime, timeoutMs: 2_000 })
afterAll(() => sender.close())

const freePort = async (): Promise<number> => {
  const { listen } = await import('@scimulator/shared/http')
  const server = await listen(() => {})
  await server.close(0)
  return server.port
}

const serverAt = (port: number): string =>
  `"${process.execPath}" -e "console.log('started as ' + process.pid); require('http').createServer((q, s) => s.end()).listen(${port}, '127.0.0.1')"`

const begin = (command: string, port: number, limitMs = 20_000) =>
  startProgram({ command, waitFor: `http://127.0.0.1:${port}/`, send: sender.send, time: realTime, limitMs })

const answers = async (port: number): Promise<boolean> =>
  (await sender.send({ method: 'GET', url: `http://127.0.0.1:${port}/`, headers: [] })).response !== undefined

test('is waited for, and stopped with what it has started', async () => {
  const port = await freePort()
  const program = await begin(`sh -c '${serverAt(port).replaceAll("'", "'\\''")} & wait'`, port)
  expect(await answers(port)).toBe(true)
  await program.stop()
  expect(await answers(port)).toBe(false)
  expect(program.output).toMatch(/started as \d+/)
})

test('that fails is told with its last lines', async () => {
  const port = await freePort()
  await expect(begin('echo starting; echo "no database" >&2; exit 3', port)).rejects.toThrow(
    /\(--start\) ended with exit code 3\. It has written:\n(starting\nno database|no database\nstarting)/,
  )
})

test('that does not answer in time is stopped', async () => {
  const port = await freePort()
  await expect(begin('echo waiting; sleep 60', port, 500)).rejects.toThrow(
    /\(--start\) does not answer at \S+ after \d s \(--wait-for\)\. It has written:\nwaiting/,
  )
})

test('is not started when something answers there already', async () => {
  const port = await freePort()
  const first = await begin(serverAt(port), port)
  await expect(begin(serverAt(port), port)).rejects.toThrow('Something answers at ')
  await first.stop()
})
