// The control surface of a program that runs on this machine, as `scimulator up` serves it.
import { BadInput } from '@scimulator/harness/scenario'
import { isLoopback } from '@scimulator/harness/target'
import { z } from 'zod'

/** How long a program may take, in milliseconds. */
const LIMIT_MS = 30_000

const Failure = z.object({ error: z.string() })
const Page = z.object({ items: z.array(z.object({ key: z.string(), value: z.unknown() })), total: z.number() })
type Page = z.infer<typeof Page>
const Described = z.array(z.object({ name: z.string() }))

/** What is asked of a running program. Every function throws BadInput with the program's own words, or that it cannot be reached. */
export interface ProgramControl {
  verb(name: string, input: object): Promise<unknown>
  view(name: string, query?: Readonly<Record<string, string>>): Promise<Page>
  /** Names of its verbs. */
  verbs(): Promise<readonly string[]>
}

/**
 * @param at where it listens, such as http://127.0.0.1:8080
 * @param program which one, where several are behind one address
 * @throws BadInput for another machine
 */
export function programControl(at: string, program?: string): ProgramControl {
  if (!URL.canParse(at) || !isLoopback(at))
    throw new BadInput(
      `"${at}" is not a program on this machine; give where it listens, such as http://127.0.0.1:8080.`,
    )
  const own = program === undefined ? '' : `/${encodeURIComponent(program)}`
  const base = `${new URL(at).origin}/_scimulator${own}`
  return {
    async verb(name, input) {
      const answer = await ask(`${base}/verbs/${encodeURIComponent(name)}`, {
        method: 'POST',
        body: JSON.stringify(input),
      })
      return Object(answer).result
    },
    view: async (name, query = {}) =>
      Page.parse(await ask(`${base}/views/${encodeURIComponent(name)}?${new URLSearchParams(query)}`)),
    async verbs() {
      const described = Described.parse(await ask(`${base}/verbs`))
      return described.map(({ name }) => name)
    },
  }
}

async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const options = { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(LIMIT_MS) } as const
  const response = await fetch(url, options).catch((error: unknown) => {
    const { cause } = Object(error)
    throw new BadInput(
      `Nothing answers at ${new URL(url).origin}: ${cause instanceof Error ? cause.message : error}. Start the program first.`,
    )
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body
  const failure = Failure.safeParse(body)
  throw new BadInput(
    failure.success
      ? failure.data.error
      : `${new URL(url).origin} answers ${response.status} and is no program of Scimulator.`,
  )
}
