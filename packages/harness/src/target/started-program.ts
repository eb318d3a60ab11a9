// `--start "npm run dev"`: the endpoint under test, started for the run, waited for, and stopped with everything that it has started.
import { endGroup, startInShell } from '@scimulator/shared/platform'
import type { Send } from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import { BadInput } from '../written/problem.ts'

export interface StartedProgram {
  /** The last lines that it has written, for a message when something went wrong. */
  readonly output: string
  /** How it ended, when it has ended by itself. */
  readonly ended: string | undefined
  /** Ends the whole group: SIGTERM, and SIGKILL for what is there five seconds later. Resolves when the command has gone. */
  stop(): Promise<void>
}

export interface StartOptions {
  readonly command: string
  /** Any answer from here, an error page too, means that it listens. */
  readonly waitFor: string
  readonly send: Send
  readonly time: RealTime
  /** How long it may take to begin. Default two minutes. */
  readonly limitMs?: number
  /** Ends the waiting: Ctrl-C while it starts. */
  readonly signal?: AbortSignal
}

const BETWEEN_LOOKS_MS = 200
const GRACE_MS = 5_000
const LIMIT_MS = 120_000
const DETACHED_LIMIT_MS = 15_000
/** What has ended may still have something to say. */
const LAST_WORDS_MS = 300
const KEPT_OUTPUT = 8_192

/**
 * @throws BadInput with the program's last lines when it fails or does not answer in time, and when something answers before it is
 * started: the run would be about another program. What was started is stopped then.
 */
export async function startProgram(options: StartOptions): Promise<StartedProgram> {
  const { command, waitFor, time } = options
  if (await answers(options)) {
    throw new BadInput(
      `Something answers at ${waitFor} before "${command}" (--start) is started. Stop it, or leave --start out.`,
    )
  }
  const program = launch(command, time)
  const problem = await waitUntilReady(program, options)
  if (problem === undefined) return program
  await program.stop()
  const output = program.output.trim()
  const written = output === '' ? 'It has written nothing.' : `It has written:\n${output}`
  throw new BadInput(`"${command}" (--start) ${problem}. ${written}`)
}

/** @returns what went wrong */
async function waitUntilReady(program: StartedProgram, options: StartOptions): Promise<string | undefined> {
  const { waitFor, time, limitMs = LIMIT_MS, signal } = options
  const startedAt = time.now()
  let giveUpAt = startedAt + limitMs
  for (;;) {
    if (signal?.aborted) return 'was stopped while it started'
    if (await answers(options)) return undefined
    if (program.ended !== undefined) {
      if (program.ended !== 'with exit code 0') return `ended ${program.ended}`
      // It may have left something running behind it.
      giveUpAt = Math.min(giveUpAt, time.now() + DETACHED_LIMIT_MS)
    }
    if (time.now() >= giveUpAt) {
      return `does not answer at ${waitFor} after ${Math.round((time.now() - startedAt) / 1_000)} s (--wait-for)`
    }
    await time.sleep(BETWEEN_LOOKS_MS, signal)
  }
}

async function answers({ send, waitFor }: StartOptions): Promise<boolean> {
  return (await send({ method: 'GET', url: waitFor, headers: [] })).response !== undefined
}

function launch(command: string, time: RealTime): StartedProgram {
  // A group of its own, so that a shell, npm and what they start end together, and Ctrl-C reaches it through us, after the clean-up.
  const child = startInShell(command, { stdio: ['ignore', 'pipe', 'pipe'], ownGroup: true })
  let output = ''
  let ended: string | undefined
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const closed = once(child, 'close')
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      ended = `(${error.message})`
      resolve()
    })
    child.once('exit', (code, name) => {
      ended ??= code === null ? `by ${name}` : `with exit code ${code}`
      resolve()
    })
  })
  const end = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    if (child.pid !== undefined) endGroup(child.pid, signal)
  }
  const killNow = (): void => end('SIGKILL')
  process.once('exit', killNow)
  return {
    get output() {
      return output
    },
    get ended() {
      return ended
    },
    async stop() {
      end('SIGTERM')
      await within(GRACE_MS, gone, time)
      end('SIGKILL')
      await gone
      await within(LAST_WORDS_MS, closed, time)
      process.off('exit', killNow)
    },
  }
}

function once(child: ReturnType<typeof startInShell>, event: 'close'): Promise<void> {
  return new Promise((resolve) => child.once(event, () => resolve()))
}

async function within(ms: number, event: Promise<void>, time: RealTime): Promise<void> {
  const waiting = new AbortController()
  await Promise.race([event, time.sleep(ms, waiting.signal)])
  waiting.abort()
}
