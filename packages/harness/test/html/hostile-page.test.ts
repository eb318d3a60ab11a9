// An endpoint that answers with markup, and a scenario that is written in it, are text on the page and nothing else.
import { createReceiver } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { type ScimHandler, testEndpoint } from '../../src/examine/index.ts'
import { runPage, suitesPage, testPage } from '../../src/html/index.ts'
import { summarise } from '../../src/report/result.ts'
import { runSuites } from '../../src/suites/index.ts'
import { BASE } from '../examine/subject.ts'
import { runText } from '../run-text.ts'

const HOSTILE = `</script></style></pre><img src=x onerror=alert(1)><script>alert(2)</script><svg/onload=alert(3)>"'\u202E`

/** Whatever would be carried out, asked for or drawn, but for what is the page's own. */
function foreignMarkup(page: string): readonly string[] {
  const own = page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<script>'use strict';[\s\S]*?<\/script>\n<\/body>/, '')
  const dangerous = own.match(
    /<(script|img|svg|iframe|object|embed|form(?! id="filter")|base|link(?! rel="icon")|style)\b[^>]*/gi,
  )
  const handlers = own.match(/<[^>]*\son\w+\s*=[^>]*>/gi)
  return [...(dangerous ?? []), ...(handlers ?? [])]
}

function hostile(handler: ScimHandler): ScimHandler {
  return async (request) => {
    const answer = await handler(request)
    if (request.method === 'DELETE') return { ...answer, status: 500, headers: {}, body: HOSTILE }
    if (answer.status >= 400) return { ...answer, body: JSON.stringify({ detail: HOSTILE, status: '400' }) }
    return { ...answer, body: answer.body?.replaceAll('"Engineer"', JSON.stringify(HOSTILE)) ?? '' }
  }
}

test('of a test', async () => {
  const receiver = createReceiver({
    profile: 'rfc',
    sources: [{ token: 'secret' }],
    publicUrl: 'http://receiver.scimulator.test',
  })
  const handler = hostile(receiver.scim as ScimHandler)
  const result = await testEndpoint({ handler, url: BASE, token: 'secret', record: 'all' })
  await receiver.close()
  const page = testPage(result)
  expect(page).toContain('&lt;/script&gt;&lt;/style&gt;&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt;')
  expect(page).toContain('\\u202E')
  expect(page).not.toContain('\u202E')
  expect(foreignMarkup(page)).toEqual([])
  expect(page).not.toContain('secret')
}, 30_000)

test('of suites', async () => {
  const receiver = createReceiver({
    profile: 'rfc',
    sources: [{ token: 'canary-7q' }],
    publicUrl: 'http://receiver.scimulator.test',
  })
  const handler = hostile(receiver.scim as ScimHandler)
  const result = await runSuites({ handler, url: BASE, token: 'canary-7q', suites: ['okta', 'rfc'] })
  await receiver.close()
  const page = suitesPage(result)
  expect(page).toContain('&lt;/script&gt;&lt;/style&gt;&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt;')
  expect(page).not.toContain('\u202E')
  expect(foreignMarkup(page)).toEqual([])
  expect(page).not.toContain('canary-7q')
}, 60_000)

test('of a run', async () => {
  const text = `steps:\n  - lark.add-member: { name: ${JSON.stringify(HOSTILE)}, email: ana@c.test }\n  - note: ${JSON.stringify(HOSTILE)}\nexpect:\n  - { view: lark.members, exactly: [${JSON.stringify(HOSTILE)}] }\n`
  const { result } = await runText(text, { record: 'all' })
  const page = runPage(summarise([result], HOSTILE, 5))
  expect(result.outcome).toBe('failed')
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(foreignMarkup(page)).toEqual([])
})
