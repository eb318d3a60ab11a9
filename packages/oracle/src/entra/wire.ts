// What becomes of one request while faults are in force. Faults are counted request by request, as the wire does.
import { type Reply, replyUnder } from '../reply.ts'
import type { ArmedFault, History } from './history.ts'

export type Purpose = 'probe' | 'query' | 'read' | 'create' | 'write'

export interface Verdict {
  readonly kind: 'fine' | 'gone' | 'failed' | 'broken'
  /** With `broken`: whether the job goes into quarantine. */
  readonly isQuarantined: boolean
}

/** Sends what `carryOut` does at the target, through the faults. */
export function request(
  history: History,
  method: string,
  path: string,
  purpose: Purpose,
  carryOut: () => number,
): Verdict {
  history.requests.push(`${method} ${path}`)
  const made = history.made
  const effect = struckBy(history.faults, method, path)?.fault.effect
  const verdict = judged(replyUnder(effect, carryOut), purpose)
  if (history.made > made && verdict.kind !== 'fine') history.divergences.add('an answer was lost')
  return verdict
}

function struckBy(faults: readonly ArmedFault[], method: string, path: string): ArmedFault | undefined {
  for (const armed of faults) {
    const { on, times, skip } = armed.fault
    if ((on.method && on.method !== method) || (on.path && !path.includes(on.path))) continue
    if (armed.passed < skip) armed.passed += 1
    else if (times === undefined || armed.struck < times) {
      armed.struck += 1
      return armed
    }
  }
  return undefined
}

const FINE: Verdict = { kind: 'fine', isQuarantined: false }

/**
 * Credentials refused, and a query answered with 404, concern the whole job (Microsoft: Application provisioning in quarantine
 * status); a probe that fails in any way does, though one that nobody answers is tried again in 40 minutes (Microsoft: Analyze the
 * provisioning logs). A 2xx after a write is believed without a look (QA-2278290).
 */
function judged({ status, isReadable }: Reply, purpose: Purpose): Verdict {
  const isOk = status !== undefined && status >= 200 && status < 300
  if (isOk && (purpose === 'write' || isReadable)) return FINE
  const isQuery = purpose === 'probe' || purpose === 'query'
  if (status === 404 && (purpose === 'read' || purpose === 'write')) return { kind: 'gone', isQuarantined: false }
  if (status === 401 || status === 403 || (status === 404 && isQuery)) return { kind: 'broken', isQuarantined: true }
  if (purpose !== 'probe') return { kind: 'failed', isQuarantined: false }
  // A server in trouble, or out of reach, is none that speaks no SCIM: no quarantine.
  const isInTrouble = status === undefined || status === 429 || (status >= 500 && status !== 501)
  return { kind: 'broken', isQuarantined: !isInTrouble }
}
