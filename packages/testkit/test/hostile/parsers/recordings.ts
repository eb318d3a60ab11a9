// What others have recorded: our own files, HTTP archives, reports of newman and collections of Postman.
import { exchangeLine, headLine, readRecording } from '../../../../harness/src/recording/recording-file.ts'
import { readTraffic } from '../../../../harness/src/recording/replay/read-traffic.ts'
import type { Draw } from '../draw.ts'
import { shorter } from '../hostile-words.ts'
import { disturbed, type Json, mutatedJson } from '../json-values.ts'
import { hidden, must, unlessRefused } from '../target.ts'

const BASE = 'https://scim.example/scim/v2'

function urlOf(draw: Draw): string {
  return `${BASE}${draw.pick(['/Users', '/Users/1', '/Groups?count=1', '/Schemas', '/other'])}`
}

function methodOf(draw: Draw): string {
  return draw.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
}

function recording(draw: Draw): readonly Json[] {
  const head = {
    scimulatorRecording: draw.chance(draw.wildness / 2) ? 2 : 1,
    startedAt: '2026-01-05T08:00:00Z',
    to: BASE,
    personalData: draw.pick(['kept', 'replaced']),
  }
  const exchanges = Array.from({ length: 1 + draw.below(2) }, (_, index) => ({
    ...{ seq: index + 1, startedAt: 0, durationMs: 1 },
    request: {
      method: draw.pick(['GET', 'PATCH']),
      url: urlOf(draw),
      headers: [['a', 'b']],
      ...(draw.chance(0.5) ? { body: '{}' } : {}),
    },
    ...(draw.chance(0.7)
      ? { response: { status: 200, headers: [], body: '{}' } }
      : { failure: { kind: 'timeout', message: 'm' } }),
  }))
  return [head, ...exchanges]
}

function archive(draw: Draw): Json {
  const entry = () => ({
    ...{ startedDateTime: draw.pick(['2026-01-05T08:00:00Z', 'x']), time: draw.pick([1, -1]) },
    request: {
      method: methodOf(draw),
      url: urlOf(draw),
      headers: [{ name: 'a', value: 'b' }],
      ...(draw.chance(0.5) ? { postData: { text: '{}' } } : {}),
    },
    response: {
      status: draw.pick([200, 0]),
      headers: [],
      ...(draw.chance(0.5) ? { content: { text: 'e30=', encoding: draw.pick(['base64', 'gzip']) } } : {}),
    },
  })
  return { log: { ...(draw.chance(0.3) ? { _personalData: 'replaced' } : {}), entries: [entry(), entry()] } }
}

function postmanRequest(draw: Draw): Json {
  const query = [
    { key: 'count', value: '1' },
    { key: null, value: null },
  ]
  const parts = {
    protocol: 'https',
    host: ['scim', 'example'],
    path: ['scim', 'v2', 'Users'],
    query: draw.chance(0.5) ? query : [],
    ...(draw.chance(0.5) ? { port: '8443' } : {}),
  }
  const url: Json = draw.pick<Json>([urlOf(draw), { raw: urlOf(draw) }, parts])
  return {
    method: methodOf(draw),
    url,
    header: draw.pick<Json>([null, [{ key: 'a', value: 1 }]]),
    ...(draw.chance(0.5) ? { body: { raw: '{}' } } : {}),
  }
}

function postmanResponse(draw: Draw): Json {
  return {
    ...(draw.chance(0.8) ? { code: 200 } : {}),
    header: [],
    body: draw.pick(['{}', null]),
    ...(draw.chance(0.4) ? { stream: { data: [123, 125] } } : {}),
    responseTime: draw.pick([5, null]),
  }
}

function postman(draw: Draw): Json {
  const request = postmanRequest(draw)
  const item = { request, ...(draw.chance(0.6) ? { response: [postmanResponse(draw)] } : {}) }
  if (draw.chance(0.5))
    return { run: { executions: [{ request, ...(draw.chance(0.7) ? { response: postmanResponse(draw) } : {}) }] } }
  return {
    info: { schema: draw.pick(['https://schema.getpostman.com/json/collection/v2.1.0/collection.json', 'other']) },
    item: [item, { item: [item] }],
  }
}

function textOf(draw: Draw): string {
  if (draw.chance(0.4))
    return `${recording(draw)
      .map((line) => JSON.stringify(disturbed(line, draw)))
      .join('\n')}${draw.chance(0.8) ? '\n' : ''}`
  return JSON.stringify(disturbed(draw.chance(0.5) ? archive(draw) : postman(draw), draw))
}

export const recordings = hidden<string>({
  name: 'recordings',
  files: ['recording-file.ts', 'read-har.ts', 'replay/read-postman.ts', 'replay/read-traffic.ts'].map(
    (file) => `harness/src/recording/${file}`,
  ),
  make: textOf,
  mutate: mutatedJson,
  smaller: shorter,
  show: (text) => JSON.stringify(text),
  run: (text) =>
    unlessRefused(['BadInput'], () => {
      const { exchanges, personalData } = readTraffic(text, 'file')
      for (const { request } of exchanges) must(typeof request.url === 'string', () => `the URL is ${request.url}`)
      const head = {
        scimulatorRecording: 1,
        startedAt: 'x',
        to: BASE,
        personalData: personalData === 'replaced' ? 'replaced' : 'kept',
      } as const
      const printed = headLine(head) + exchanges.map((one, index) => exchangeLine({ ...one, seq: index + 1 })).join('')
      must(readRecording(printed, 'printed').exchanges.length === exchanges.length, () => 'it is not read back')
    }),
})
