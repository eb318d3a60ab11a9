// `job <name> <people> <place>`, as forked by subject-process.ts; imported without these words it does nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver, openReceiver } from '../../../packages/receiver/src/index.ts'
import { generateCompany } from '../../../packages/shared/src/people/generate-company.ts'
import { TOKEN } from '../../receiver-server.ts'
import { filled } from '../servers/lark.ts'
import { companyOf, connected, durableEntra, entra, forgetfulTarget } from './programs.ts'

export type Told = Readonly<Record<string, number>>

const JOBS = {
  /** Bytes for each person. */
  'memory-receiver': async (people: number) => {
    const receiver = createReceiver({ sources: [{ token: TOKEN }] })
    const before = settledBytes()
    await filled(receiver, people)
    return perPerson(before, people)
  },
  'memory-entra': async (people: number) => {
    const verb = entra(forgetfulTarget)
    await connected(verb)
    const before = settledBytes()
    await verb('load-company', { company: companyOf(people) })
    await verb('start')
    return perPerson(before, people)
  },
  fill: async (people: number, folder: string) => {
    const receiver = await openReceiver(folder, { sources: [{ token: TOKEN }] })
    await filled(receiver, people)
    await receiver.ledger.store.compact()
    await receiver.close()
    return {}
  },
  open: async (_people: number, folder: string) => {
    const receiver = await openReceiver(folder, {})
    await receiver.listen({ port: 0 })
    // Since the process was made.
    const seconds = performance.now() / 1_000
    await receiver.close()
    return { seconds }
  },
  generate: async (people: number) => {
    const before = performance.now()
    const { groups } = generateCompany({ seed: 1, people, groups: Math.ceil(people / 50) })
    return { seconds: (performance.now() - before) / 1_000, groups: groups.length }
  },
  rehearse: async (people: number) => {
    const verb = entra(forgetfulTarget)
    await connected(verb)
    await verb('load-company', { company: companyOf(people) })
    const before = performance.now()
    await verb('rehearse')
    return { seconds: (performance.now() - before) / 1_000 }
  },
  initial: async (people: number, url: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'scimulator-bench-'))
    const { verb, close } = await durableEntra(join(folder, 'data'))
    await connected(verb, `${url}/scim/v2`)
    await verb('load-company', { company: companyOf(people) })
    const [rss, before] = [settledBytes().rss, performance.now()]
    await verb('start')
    const seconds = (performance.now() - before) / 1_000
    const grown = (settledBytes().rss - rss) / 2 ** 20
    await close()
    await rm(folder, { recursive: true })
    return { seconds, grown }
  },
} as const
export type Job = keyof typeof JOBS

if (process.argv[2] === 'job') {
  const [, , , job = '', people, place = ''] = process.argv
  // Written by subject-process.ts.
  process.send?.(await JOBS[job as Job](Number(people), place), () => process.exit(0))
}

function settledBytes() {
  const collect: () => void = globalThis.gc ?? (() => {})
  collect()
  collect()
  return process.memoryUsage()
}

function perPerson(before: NodeJS.MemoryUsage, people: number): Told {
  const now = settledBytes()
  const of = (what: 'rss' | 'heapUsed'): number => (now[what] - before[what]) / people
  return { rss: of('rss'), heap: of('heapUsed'), whole: now.rss / 2 ** 20 }
}
