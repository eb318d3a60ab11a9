// A world in a process of its own, asked over real sockets: what the grammars need to know of it comes from a twin in this process.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { askOverHttp } from '../ask-over-http.ts'
import type { World } from '../world.ts'
import { openNamed } from './named-worlds.ts'

const SCRIPT = join(import.meta.dirname, 'serve-process.ts')

/** What the process says of itself once it listens. */
const Served = z.object({ url: z.string(), signedIn: z.array(z.tuple([z.string(), z.string()])) })

const Said = z.object({ heap: z.number(), rss: z.number() })

/** @param name as `openNamed` takes it */
export async function servedWorld(name: string): Promise<World> {
  const child = fork(SCRIPT, [name], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [said, twin] = await Promise.all([reply(child), openNamed(name)])
  const { url, signedIn } = Served.parse(said)
  const ask = async (what: string): Promise<string> => {
    const answered = reply(child)
    child.send(what)
    return z.string().parse(await answered)
  }
  return {
    ...twin,
    signedIn,
    ask: (asked) => askOverHttp(url, asked),
    rows: () => ask('rows'),
    idle: async () => {},
    reset: async () => void (await ask('reset')),
    memory: async () => Said.parse(JSON.parse(await ask('memory'))),
    async close() {
      child.kill()
      await twin.close()
    },
  }
}

/** @throws Error where the process ends instead */
async function reply(child: ReturnType<typeof fork>): Promise<unknown> {
  const stop = new AbortController()
  try {
    return await Promise.race([
      once(child, 'message', { signal: stop.signal }).then(([said]) => said),
      once(child, 'exit', { signal: stop.signal }).then(([code]) => {
        throw new Error(`The server ended with ${code}.`)
      }),
    ])
  } finally {
    stop.abort()
  }
}
