// Ten thousand connections that say nothing: others are served meanwhile, and in the end the server has closed them all.
import { connect, type Socket } from 'node:net'
import { shippedPrograms } from '../../packages/harness/src/world/programs.ts'
import { bundleCommand, type Program, startProgram } from '../../packages/scimulator/test/crash/program.ts'
import type { ReliabilityRow } from './record.ts'

/** So many are opened at a time: more would wait for one another in the queue of the kernel. */
const AT_ONCE = 500
const ASKED = 200
/** Idle ones are closed after 20 s, which is looked at every 5 s. */
const PATIENCE_MS = 60_000

/** @throws Error naming who was not served, or was not closed */
export async function stayIdle(home: string, connections: number): Promise<readonly ReliabilityRow[]> {
  const command = await bundleCommand(home)
  const rows: ReliabilityRow[] = []
  for (const { name } of await shippedPrograms()) {
    const program = await startProgram(command, [name, 'up', '--port', '0'])
    try {
      rows.push(await idleAt(name, program, connections))
      console.log(`idle: ${connections} at ${name}: ${rows.at(-1)?.note}`)
    } finally {
      await program.stop()
    }
  }
  return rows
}

async function idleAt(name: string, program: Program, connections: number): Promise<ReliabilityRow> {
  const sockets = await openMany(new URL(program.url), connections)
  try {
    const slowest = await askMany(program)
    const began = performance.now()
    await allClosed(sockets)
    const seconds = Math.round((performance.now() - began) / 1000)
    const note = `${ASKED} requests meanwhile, the slowest ${Math.round(slowest)} ms; all closed after ${seconds} s`
    return { tried: `connections to ${name} that say nothing`, times: connections, lost: 0, note }
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

async function openMany({ hostname, port }: URL, count: number): Promise<readonly Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () => open(hostname, Number(port)))
    sockets.push(...(await Promise.all(some)))
  }
  return sockets
}

function open(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port }, () => resolve(socket))
    socket.on('error', (error) => reject(explained(error)))
    // Nothing is to come; what does is thrown away, so that the end is seen.
    socket.resume()
  })
}

function explained(error: Error & { readonly code?: string }): Error {
  if (error.code !== 'EMFILE') return error
  return new Error('This process may not open so many files. Raise the limit first: ulimit -n 20000', { cause: error })
}

/** @returns milliseconds of the slowest */
async function askMany(program: Program): Promise<number> {
  let slowest = 0
  for (let asked = 0; asked < ASKED; asked += 1) {
    const began = performance.now()
    const { status } = await program.ask('/_scimulator/clock')
    if (status !== 200) throw new Error(`With the connections open a request is answered ${status}.`)
    slowest = Math.max(slowest, performance.now() - began)
  }
  if (slowest > 1_000) throw new Error(`With the connections open a request took ${Math.round(slowest)} ms.`)
  return slowest
}

async function allClosed(sockets: readonly Socket[]): Promise<void> {
  const closed = sockets.map(
    (socket) => socket.destroyed || new Promise<true>((resolve) => socket.once('close', () => resolve(true))),
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const isOver = await Promise.race([Promise.all(closed).then(() => true), late])
  clearTimeout(timer)
  if (!isOver) throw new Error(`${sockets.filter(({ destroyed }) => !destroyed).length} are still open.`)
}
