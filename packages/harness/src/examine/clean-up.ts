// What the examination has made is noted as it is made, and deleted at the end: groups before people.
import { carryOut, type Exchange, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import { answerOf, idIn } from './answer.ts'

export interface Traces {
  readonly send: Send
  /** Absolute URLs of what was made and is still there. */
  left(): readonly string[]
  /** Deletes it. @returns what could not be removed */
  remove(parallel: number): Promise<readonly string[]>
}

export function tracing(send: Send, headers: ScimRequest['headers']): Traces {
  const made = new Set<string>()

  async function traced(request: ScimRequest): Promise<Exchange> {
    const exchange = await send(request)
    const answer = answerOf(exchange)
    const url = request.url.split('?', 1)[0] ?? request.url
    if (request.method === 'DELETE' && (answer.ok || answer.status === 404)) made.delete(url)
    const id = request.method === 'POST' && answer.ok ? idIn(answer.body) : undefined
    if (id !== undefined && /\/(Users|Groups)$/.test(url)) made.add(`${url}/${encodeURIComponent(id)}`)
    return exchange
  }

  async function remove(parallel: number): Promise<readonly string[]> {
    const groups = [...made].filter((url) => /\/Groups\/[^/]+$/.test(url))
    const people = [...made].filter((url) => !groups.includes(url))
    for (const urls of [groups, people]) {
      await carryOut(urls, parallel, async (url) => void (await traced({ method: 'DELETE', url, headers })))
    }
    return [...made]
  }

  return { send: traced, left: () => [...made], remove }
}
