// The servers of the targets, each a process: `target <kind> <people>`; imported without these words it does nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { echoListener } from './echo.ts'
import { durableReceiver } from './lark.ts'
import { scimmyListener } from './scimmy.ts'

export type ServerKind = 'lark' | 'lark in Express' | 'echo' | 'scimmy'
export type Order = 'cpu' | 'compact' | 'watch' | 'longest'
export interface ServerReady {
  readonly url: string
  readonly userIds: readonly string[]
  readonly groupIds: readonly string[]
}
export interface Answer {
  readonly value: number
}
export interface Served {
  readonly listener: RequestListener
  readonly userIds: readonly string[]
  readonly groupIds: readonly string[]
  compact?(): Promise<void>
  close?(): Promise<void>
}

const kinds: Readonly<Record<ServerKind, (folder: string, people: number) => Promise<Served>>> = {
  lark: durableReceiver,
  'lark in Express': async (folder, people) => {
    const served = await durableReceiver(folder, people)
    const { default: express } = await import('express')
    return { ...served, listener: express().use(served.listener) }
  },
  echo: async () => echoListener(),
  scimmy: async (_folder, people) => scimmyListener(people),
}

// Written by server-process.ts.
if (process.argv[2] === 'target') await serve(process.argv[3] as ServerKind, Number(process.argv[4]))

async function serve(kind: ServerKind, people: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'scimulator-bench-'))
  const served = await kinds[kind](join(folder, 'data'), people)
  const server = createServer(served.listener)
  server.keepAliveTimeout = 600_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const carryOut = orders(served)
  process.on('message', (order: Order) => void carryOut(order).then((value) => process.send?.({ value })))
  process.once('disconnect', () => void end(served, folder))
  const { userIds, groupIds } = served
  // A listening TCP server has an AddressInfo.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.send?.({ url, userIds, groupIds } satisfies ServerReady)
}

function orders(served: Served): (order: Order) => Promise<number> {
  let ticks: IntervalHistogram | undefined
  const watch = (): number => {
    ticks?.disable()
    ticks = monitorEventLoopDelay({ resolution: 1 })
    ticks.enable()
    return 0
  }
  const carriedOut: Readonly<Record<Order, () => number | Promise<number>>> = {
    cpu: cpuMicros,
    compact: () => served.compact?.().then(() => 0) ?? 0,
    watch,
    longest: () => (ticks?.max ?? 0) / 1e6,
  }
  return async (order) => carriedOut[order]()
}

function cpuMicros(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

async function end(served: Served, folder: string): Promise<void> {
  await served.close?.()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
}
