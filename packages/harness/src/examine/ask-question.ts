// Puts one question, and puts it again where something was red: a fault counts only if it shows twice, and what shows sometimes is told
// with how often.
import type { CheckResult } from '@scimulator/findings'
import type { Exchange } from '@scimulator/shared/provisioning'
import { ask, type Edges } from './asking.ts'
import type { Facts } from './facts.ts'
import type { Question } from './question.ts'
import { Blocked, Interrupted, Questioner, type Remark } from './questioner.ts'

export interface Asked {
  readonly results: readonly CheckResult[]
  readonly remarks: readonly Remark[]
  readonly stumbles: readonly Exchange[]
  /** How many answers there were. */
  readonly answers: number
}

/** Those of an examination: who hears of a doubt hears what else the question has found. */
export interface QuestionEdges extends Omit<Edges, 'doubt'> {
  doubt?(check: string, beside: ReadonlyMap<string, CheckResult>): void
}

/** Times that a question is put at most when its answers differ. */
const TRIES = 5

export async function askQuestion(question: Question, facts: Facts, edges: QuestionEdges): Promise<Asked> {
  const put: Questioner[] = []
  const next = async (): Promise<Questioner> => {
    for (let left = TRIES; ; left -= 1) {
      const one = new Questioner(facts, stemOf(question), put.length)
      put.push(one)
      if (!(await wasInterrupted(question, one, edges)) || left === 1) return one
    }
  }
  const rounds = [await next()]
  const more = question.tries ?? (hasRed(rounds[0]) ? 2 : 1)
  while (rounds.length < more) rounds.push(await next())
  while (rounds.length < TRIES && areTorn(rounds)) rounds.push(await next())
  return {
    results: allChecks(question, rounds).map((check) => merged(check, rounds, question.tries !== undefined)),
    remarks: rounds.flatMap((one) => one.remarks),
    stumbles: put.flatMap((one) => one.stumbles),
    answers: put.reduce((sum, one) => sum + one.asked, 0),
  }
}

/** Puts the question once. @returns whether nothing can be told from it, because a write was lost on the way */
async function wasInterrupted(question: Question, q: Questioner, edges: QuestionEdges): Promise<boolean> {
  try {
    await ask(question.ask(q), doubting(q, edges))
    blockTheRest(question, q)
  } catch (error) {
    if (!(error instanceof Blocked)) throw error
    for (const check of question.checks) {
      if (q.results.has(check)) continue
      q.block(check, error.check)
    }
    return error instanceof Interrupted
  }
  return false
}

/** A check that is red once is a doubt as well, until the question was put again: that is said before the next request. */
function doubting(q: Questioner, { send, doubt, ...edges }: QuestionEdges): Edges {
  const said = new Set<string>()
  const sayReds = (): void => {
    for (const { check, state } of q.results.values()) {
      if (state !== 'red' || said.has(check)) continue
      said.add(check)
      doubt?.(check, q.results)
    }
  }
  return {
    ...edges,
    doubt: (check) => doubt?.(check, q.results),
    send: (request) => {
      sayReds()
      return send(request)
    },
  }
}

/** What a question did not come to because something in it was red is not judged because of that. */
function blockTheRest({ checks }: Question, q: Questioner): void {
  const red = [...q.results.values()].find(({ state }) => state === 'red')
  if (!red) return
  for (const check of checks) if (!q.results.has(check)) q.block(check, red.check)
}

function hasRed(one: Questioner | undefined): boolean {
  return [...(one?.results.values() ?? [])].some(({ state }) => state === 'red')
}

/** A check was red in one round and held in another. */
function areTorn(rounds: readonly Questioner[]): boolean {
  const checks = new Set(rounds.flatMap((one) => [...one.results.keys()]))
  return [...checks].some((check) => {
    const states = new Set(rounds.map((one) => one.results.get(check)?.state))
    return states.has('red') && states.has('held')
  })
}

function merged(check: string, rounds: readonly Questioner[], timed: boolean): CheckResult {
  const results = rounds.flatMap((one) => one.results.get(check) ?? [])
  const isTorn = results.some(({ state }) => state === 'held')
  // Held in one round and without an answer in another: the connection is to blame, and not what was asked.
  const red = results.filter((one) => one.state === 'red' && !(isTorn && isPassing(one)))
  const judged = results.filter(({ state }) => state === 'red' || state === 'held').length
  const [shown] = red
  // Once and never again, where timing is not the question, is the network's weather and no fault.
  if (shown && (red.length > 1 || judged === 1 || timed)) return { ...shown, seen: { times: red.length, of: judged } }
  return (
    results.find(({ state }) => state === 'held') ??
    results[0] ?? { check, state: 'not-asked', because: 'an earlier check of the same question failed' }
  )
}

/** The server failed, or nothing came back. */
function isPassing({ exchange }: CheckResult): boolean {
  if (!exchange) return false
  const { response, failure } = exchange
  return response ? response.status >= 500 && response.status !== 501 : failure !== undefined
}

/** Neither the word of a question nor that of an attribute stands in the values it writes: an endpoint may look for it. */
function stemOf({ id }: Question): string {
  return `q${Array.from(id)
    .reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 1_679_616, 7)
    .toString(36)}`
}

/** Its own, and what must hold whatever is asked. */
function allChecks({ checks }: Question, rounds: readonly Questioner[]): readonly string[] {
  return [...new Set([...checks, ...rounds.flatMap((one) => [...one.results.keys()])])]
}
