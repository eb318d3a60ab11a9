// A suite's own view of the corpus: whoever sends these requests to a right endpoint gets these answers and ends in this directory.
import { createReceiver } from '@scimulator/receiver'
import { handlerSend, type ScimHandler } from '@scimulator/shared/http'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../written/problem.ts'
import { ACT_SETS, ACT_TITLES } from './acts.ts'
import { buildCorpus } from './build-corpus.ts'
import { contains } from './contains.ts'
import { type Corpus, type CorpusRequest, type CorpusResource, Corpus as CorpusShape, SENDERS } from './corpus.ts'
import { filled } from './placeholders.ts'
import { selectActs } from './select-acts.ts'

const URL_BASE = 'http://other.scimulator.test/scim/v2'
const corpora = new Map<string, Corpus>(
  await Promise.all(SENDERS.map(async (as) => [as, await buildCorpus(as)] as const)),
)
const corpusOf = (as: string): Corpus => corpora.get(as) ?? expect.fail(`no corpus of ${as}`)

/** A client of the corpus: what it takes is what any suite has to write. */
class Client {
  readonly ids = new Map([
    ['token', 'secret'],
    ['newUuid', '0b8f6c1e-0000-4000-8000-000000000000'],
    ['newDate', '2026-01-05T08:00:00Z'],
  ])
  readonly #send

  constructor(wrong: (next: ScimHandler) => ScimHandler = (next) => next) {
    const schedule = createVirtualSchedule(0)
    const ids = createSeededIds(99, 'other')
    const { scim } = createReceiver({ schedule, ids, profile: 'rfc', sources: [{ token: 'secret' }] })
    this.#send = handlerSend(wrong(scim), () => 0)
  }

  async ask({ method, path, headers, body }: Pick<CorpusRequest, 'method' | 'path' | 'headers' | 'body'>) {
    const list = Object.entries(headers).map(([name, value]): [string, string] => [name, filled(value, this.ids)])
    const text = body === undefined ? {} : { body: filled(JSON.stringify(body), this.ids) }
    const { response } = await this.#send({ method, url: URL_BASE + filled(path, this.ids), headers: list, ...text })
    return { status: response?.status ?? 0, body: JSON.parse(response?.body || 'null') }
  }

  /** What is wrong with the answer; nothing when it is right. */
  async carryOut(request: CorpusRequest): Promise<readonly string[]> {
    const { status, body } = await this.ask(request)
    for (const [name, path] of Object.entries(request.captures ?? {}))
      this.ids.set(name, path === '$.id' ? body?.id : body?.Resources?.[0]?.id)
    const { answer, name } = request
    if (!answer.status.includes(status)) return [`${name}: ${status} instead of ${answer.status}`]
    return answer.has === undefined || contains(body, this.#filledIn(answer.has))
      ? []
      : [`${name}: the answer lacks ${JSON.stringify(answer.has)}`]
  }

  async look({ path, is, has = {}, lacks = {} }: CorpusResource): Promise<readonly string[]> {
    const headers = { Authorization: 'Bearer {{token}}', Accept: 'application/scim+json' }
    const { status, body } = await this.ask({ method: 'GET', path, headers })
    if (is === 'gone') return status === 404 ? [] : [`${path} is still there`]
    const strangers = Object.entries(lacks).flatMap(([list, elements]) =>
      (elements as unknown[]).filter((one) => contains(body, { [list]: [this.#filledIn(one)] })),
    )
    return contains(body, this.#filledIn(has)) && strangers.length === 0 ? [] : [`${path} is ${JSON.stringify(body)}`]
  }

  #filledIn(value: unknown): unknown {
    return JSON.parse(filled(JSON.stringify(value), this.ids))
  }
}

async function troublesOf(client: Client, { acts }: ReturnType<typeof selectActs>): Promise<readonly string[]> {
  const troubles: string[] = []
  for (const { requests, directory, asked } of acts) {
    for (const request of requests) troubles.push(...(await client.carryOut(request)))
    for (const resource of asked ? directory : []) troubles.push(...(await client.look(resource)))
  }
  return troubles
}

describe.each(SENDERS)('%s', (as) => {
  const corpus = corpusOf(as)

  test('is of the published shape, and every act has a title', () => {
    expect(CorpusShape.parse(corpus)).toEqual(corpus)
    expect(corpus.acts.filter(({ id }) => ACT_TITLES[id] === undefined)).toEqual([])
    expect(corpus.acts.length).toBeGreaterThan(15)
  })

  test('a right endpoint answers the whole life as it says, and ends in its directory', async () => {
    expect(await troublesOf(new Client(), selectActs(corpus, []))).toEqual([])
  })

  test.each(corpus.acts.map(({ id }) => id))('%s, with what it needs and nothing else, means the same', async (id) => {
    const selection = selectActs(corpus, [id])
    expect(await troublesOf(new Client(), selection)).toEqual([])
    expect(selection.acts.filter(({ asked }) => asked).map((act) => act.id)).toEqual([id])
  })

  test('no id of a run, no time and no base URL is left in it', () => {
    const text = JSON.stringify(corpus)
    expect(text).not.toMatch(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.|scimulator\.test|token-of/,
    )
  })

  test('an endpoint that keeps leavers active is told by their directory', async () => {
    const deaf =
      (next: ScimHandler): ScimHandler =>
      (request) => {
        const body = new TextDecoder().decode(request.body)
        const kept = body
          .replace(/"active":false/g, '"active":true')
          .replace(/"value":(false|"False")/g, '"value":true')
        return next({ ...request, body: new TextEncoder().encode(kept) })
      }
    const troubles = await troublesOf(new Client(deaf), selectActs(corpus, ['disabled']))
    expect(troubles.join()).toMatch(/\{\{dan\}\} is .*"active":true/)
  })
})

test('sets name acts that exist, and each is asked of somebody', () => {
  const known = [...corpora.values()].flatMap(({ acts }) => acts.map(({ id }) => id))
  for (const ids of Object.values(ACT_SETS)) expect(ids.filter((id) => !known.includes(id))).toEqual([])
  expect(Object.keys(ACT_TITLES).filter((id) => !known.includes(id))).toEqual([])
})

test('a set is what of it the identity provider does', () => {
  const asked = (as: string) => selectActs(corpusOf(as), ['leaver']).acts.filter((act) => act.asked)
  expect(asked('entra').map(({ id }) => id)).toContain('purged')
  for (const as of ['jumpcloud', 'okta', 'okta-catalogue'])
    expect(asked(as).map(({ id }) => id)).toEqual(['disabled', 'unassigned', 'deleted'])
})

test('a word that is no act is refused with the nearest ones', () => {
  expect(() => selectActs(corpusOf('entra'), ['leavr'])).toThrow(BadInput)
  expect(() => selectActs(corpusOf('entra'), ['leavr'])).toThrow('Did you mean "leaver"')
  expect(() => selectActs(corpusOf('jumpcloud'), ['purged'])).toThrow('no act in the life that jumpcloud')
})
