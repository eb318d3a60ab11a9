// Faults that can be set from an exchange: what goes wrong, and for which requests.
import type { Head } from './sentences.ts'

export const FAULTS = {
  '503': { label: 'Answer 503', effect: { kind: 'answer', status: 503 } },
  '429': {
    label: 'Answer 429, come back in a minute',
    effect: { kind: 'answer', status: 429, headers: { 'Retry-After': '60' } },
  },
  '401': { label: 'Answer 401', effect: { kind: 'answer', status: 401 } },
  html: {
    label: 'Answer 200 with a page instead of JSON',
    effect: { kind: 'answer', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>Sign in</html>' },
  },
  hang: { label: 'No answer', effect: { kind: 'hang' } },
  lost: { label: 'Carried out, the answer is lost', effect: { kind: 'lost-answer' } },
  twice: { label: 'Arrives twice', effect: { kind: 'sent-twice' } },
  refused: { label: 'Connection refused', effect: { kind: 'refused' } },
  late: { label: 'Arrives after the next one, nobody waits', effect: { kind: 'reordered' } },
  together: { label: 'Arrives together with the next one, nobody waits', effect: { kind: 'concurrent' } },
  cut: { label: 'Answer cut off', effect: { kind: 'cut' } },
  half: { label: 'Half of the answer', effect: { kind: 'half-a-body' } },
  json: { label: 'Answer that is not JSON', effect: { kind: 'bad-json' } },
  page: { label: 'Carried out, a page comes back', effect: { kind: 'web-page' } },
  type: { label: 'Answer of another type', effect: { kind: 'content-type' } },
  redirect: { label: 'Sent elsewhere', effect: { kind: 'redirect', to: '/sign-in' } },
  slow: { label: 'Ten seconds later', effect: { kind: 'latency', ms: 10_000 } },
} as const

export type FaultName = keyof typeof FAULTS

export const TIMES = { '1': 'once', '3': 'three times', '': 'until it is lifted' } as const
export type Times = keyof typeof TIMES

/** What the verb `world.fault` is told. Requests like this one have its method and go to the same endpoint. */
export function faultInput({ method, path }: Pick<Head, 'method' | 'path'>, name: FaultName, times: Times): object {
  const on = { method, path: endpointOf(path) }
  return { on, effect: FAULTS[name].effect, ...(times === '' ? {} : { times: Number(times) }) }
}

/** `/Users` of `/Users/8f3…?attributes=id`. */
export function endpointOf(path: string): string {
  return `/${path.split(/[/?]/)[1] ?? ''}`
}
