import type { Happening } from './happenings.ts'
import type { Head } from './sentences.ts'

/** An exchange of tests: Entra ID changes Anna Berg, who is there. */
export function sampleHead(change: Partial<Head> = {}): Head {
  return {
    seq: 1,
    startedSeq: 0,
    bytes: 0,
    sender: 'entra',
    method: 'PATCH',
    url: 'http://127.0.0.1:1/scim/default/v2/Users/a1',
    path: '/Users/a1',
    at: 0,
    durationMs: 1,
    status: 200,
    failure: null,
    purpose: 'update',
    object: 'user',
    guessed: false,
    objectId: 'a1',
    name: 'Anna Berg',
    filter: null,
    found: null,
    attributes: [],
    added: 0,
    removed: 0,
    arrived: null,
    marks: [],
    activity: 'cycle',
    run: 1,
    subject: null,
    step: null,
    fault: null,
    findings: [],
    covered: false,
    effects: [],
    ...change,
  }
}

/** Nothing is said of it but its kind. */
export function sampleHappening(change: Partial<Happening> = {}): Happening {
  const nothing = { by: null, activity: null, run: null, to: null, what: null, name: null }
  return { ...nothing, seq: 1, at: 0, kind: 'clock', ...change }
}
