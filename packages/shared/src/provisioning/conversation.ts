import type { Exchange, Send } from './exchange.ts'
import type { ScimRequest } from './scim-request.ts'

/** How one intent is carried out: yields a request, is handed the exchange, decides the next; returns what came of it. Pure. */
export type Conversation<Outcome> = Generator<ScimRequest, Outcome, Exchange>

/**
 * Runs one conversation to its end. `heard` is called with each exchange, and with the request as the conversation made it, before the
 * conversation goes on.
 */
export async function converse<Outcome>(
  conversation: Conversation<Outcome>,
  send: Send,
  heard: (exchange: Exchange, asked: ScimRequest) => void | Promise<void> = () => {},
): Promise<Outcome> {
  let step = conversation.next()
  while (!step.done) {
    const exchange = await send(step.value)
    await heard(exchange, step.value)
    step = conversation.next(exchange)
  }
  return step.value
}

/**
 * Carries out `items` with at most `parallelism` under way at once, starting them in order. It has no branch on meaning.
 * `isStopped` is asked before each start: what has begun ends, what has not is never started.
 */
export async function carryOut<Item>(
  items: Iterable<Item>,
  parallelism: number,
  carry: (item: Item) => Promise<void>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  const iterator = items[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    while (!isStopped()) {
      const next = iterator.next()
      if (next.done) return
      await carry(next.value)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, parallelism) }, worker))
}
