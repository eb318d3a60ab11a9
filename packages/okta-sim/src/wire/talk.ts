// What conversations of persons and groups have in common.
import type { Conversation, Purpose, ScimMethod } from '@scimulator/shared/provisioning'
import { headerValue } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Application, Connection } from '../values/application.ts'
import type { Outcome } from '../values/outcome.ts'
import { ownWords } from '../values/own-words.ts'
import { type Answer, answerOf } from './answer.ts'
import { compose } from './compose.ts'

/** Whom a conversation is with, and how. */
export interface Line {
  readonly application: Application
  readonly connection: Connection
  readonly behaviour: Behaviour
}

export type Heard = Answer & { readonly busy?: { readonly seconds?: number } }

export function* ask(
  { connection }: Line,
  purpose: Purpose,
  method: ScimMethod,
  path: string,
  body?: object,
): Conversation<Heard> {
  const exchange = yield compose(connection, purpose, method, path, body)
  const answer = answerOf(exchange)
  if (exchange.response?.status !== 429) return answer
  const seconds = headerValue(exchange.response.headers, 'retry-after')?.trim()
  // A date, or no whole number, counts as none (O602).
  return { ...answer, busy: seconds !== undefined && /^\d+$/.test(seconds) ? { seconds: Number(seconds) } : {} }
}

/** The end of a conversation that was refused. */
export function refusal(answer: Heard, said: string, did: readonly string[]): Outcome {
  return { ...(answer.busy ? { busy: answer.busy } : {}), failed: said, did }
}

export function textOf(answer: Answer): string {
  return answer.kind === 'refused' ? answer.text : ownWords('The answer is empty.')
}
