// A few workers that take one file at a time; one that does not come back is ended, and another takes its place.
import { type ChildProcess, fork } from 'node:child_process'
import type { Asked, Told } from './worker-port.ts'

/** Far above what a file takes; a variant may make one go round for ever. */
const PATIENCE_MS = 60_000

export interface Crew {
  ask(asked: Asked): Promise<Told>
  close(): void
}

export function createCrew(worker: string, root: string, size: number): Crew {
  const idle: Promise<ChildProcess>[] = Array.from({ length: size }, () => start(worker, root))
  const waiting: ((one: Promise<ChildProcess>) => void)[] = []
  const take = (): Promise<ChildProcess> => idle.pop() ?? new Promise((resolve) => waiting.push(resolve))
  const give = (one: Promise<ChildProcess>): void => {
    const next = waiting.shift()
    if (next) next(one)
    else idle.push(one)
  }
  return {
    async ask(asked) {
      const child = await take()
      const told = await answerOf(child, asked)
      give(told ? Promise.resolve(child) : start(worker, root))
      return told ?? { isRed: true, touched: [], why: 'does not end' }
    },
    close() {
      for (const one of idle) one.then((child) => child.kill())
    },
  }
}

async function start(worker: string, root: string): Promise<ChildProcess> {
  const child = fork(worker, [root], {
    execArgv: ['--max-semi-space-size=32'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await new Promise((resolve) => child.once('message', resolve))
  return child
}

/** Undefined when it had to be ended. */
function answerOf(child: ChildProcess, asked: Asked): Promise<Told | undefined> {
  return new Promise((resolve) => {
    const end = (told: Told | undefined): void => {
      clearTimeout(timer)
      child.removeAllListeners('message').removeAllListeners('exit')
      if (!told) child.kill('SIGKILL')
      resolve(told)
    }
    const timer = setTimeout(end, PATIENCE_MS, undefined)
    child.once('message', (told) => end(told as Told)) // The worker's own type.
    child.once('exit', () => end(undefined))
    child.send(asked)
  })
}
