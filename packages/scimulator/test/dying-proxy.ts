// An endpoint in front of a target, at which the client dies at a certain request: before the target has it, or before the answer.
import { type Listening, listen } from '@scimulator/shared/http'

export interface Death {
  readonly method: string
  /** The how manieth request of this method. */
  readonly number: number
  /** Whether the target has still carried it out. */
  readonly when: 'before it arrives' | 'before its answer'
}

export interface DyingProxy {
  readonly url: string
  /** From now on: `kill` is called at the moment. @returns whether it has come */
  arm(death: Death, kill: () => void): () => boolean
  close(): Promise<void>
}

/** @param base of the target, with its path */
export async function startDyingProxy(base: string): Promise<DyingProxy> {
  const { origin } = new URL(base)
  let armed: { death: Death; kill: () => void; count: number; hasCome: boolean } | undefined

  const isMoment = (method: string): boolean => {
    if (!armed || armed.hasCome || method !== armed.death.method) return false
    armed.count += 1
    return armed.count === armed.death.number
  }

  const die = (): void => {
    if (!armed) return
    armed.hasCome = true
    armed.kill()
  }

  const server: Listening = await listen(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const now = isMoment(method)
    if (now && armed?.death.when === 'before it arrives') return die()
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    })
    const text = await answer.text()
    if (now) return die()
    // What was under way when the client died has nobody who would hear of it.
    if (response.destroyed) return
    response.writeHead(answer.status, { 'content-type': 'application/scim+json', date: new Date().toUTCString() })
    response.end(answer.status === 204 ? undefined : text)
  })
  return {
    url: `${server.url}${new URL(base).pathname}`,
    arm(death, kill) {
      const own = { death, kill, count: 0, hasCome: false }
      armed = own
      return () => own.hasCome
    },
    close: () => server.close(0),
  }
}
