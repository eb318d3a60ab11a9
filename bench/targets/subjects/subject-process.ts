// A job in a process of its own, whose heap and CPU nobody else uses.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, Told } from './subject.ts'

/** @returns the numbers that the job tells */
export function carryOut(job: Job, people: number, place = ''): Promise<Told> {
  const file = fileURLToPath(new URL('./subject.ts', import.meta.url))
  const execArgv = ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8000']
  const child = fork(file, ['job', job, String(people), place], { execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The job ${job} has ended with ${code}.`)))
  })
}
