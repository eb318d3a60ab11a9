import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { runPage, suitesPage, testPage } from '../../src/html/index.ts'
import { summarise } from '../../src/report/result.ts'
import { testReceiver } from '../examine/subject.ts'
import { runText } from '../run-text.ts'
import { askReceiver } from '../suites/suite-subject.ts'

const BAD = `
steps:
  - note: Ana comes
  - lark.add-member: { name: Ana, email: ana@c.test }
expect:
  - { view: lark.members, include: { ana@c.test: { name: Anna }, bo@c.test: {} } }
`

async function ranPage(): Promise<string> {
  const { result } = await runText(BAD, { record: 'all' })
  return runPage(summarise([{ ...result, durationMs: 1 }], 'receiver', 5))
}

test('the page of a test says the verdicts first, then each finding with its request and answer, then each act', async () => {
  const page = testPage(await testReceiver(['string-false-is-true'], { record: 'all' }))
  const order = [
    '<h1>It breaks: 1 cause to mend',
    'id="string-false-is-true"',
    'Request',
    'Answer',
    'id="life-entra-1"',
  ]
  const places = order.map((text) => page.indexOf(text))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(page).toContain('Dan’s account is disabled.')
  expect(page).toContain('What changed in the directory')
}, 30_000)

test('the page of a suite says what does not pass with its exchange, and has every row', async () => {
  const result = await askReceiver(['okta'], { deviations: ['conflict-answers-500'] })
  const page = suitesPage(result)
  const order = [
    '<h1>1 of the published checks does not pass here</h1>',
    '1 of 52 fail',
    'Okta, as exported on 2024-05-13',
    'id="okta-made-twice/status-409" open',
    '→ <b>500</b>',
    '<b class="t-bad">500</b>',
  ]
  const places = order.map((text) => page.indexOf(text))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(page.match(/<li data-item/g)).toHaveLength(52)
  expect(page).not.toMatch(/accepted by/i)
  expect(suitesPage(result)).toBe(page)
})

test('the page of an endpoint that a suite could not look at says what stood in the way', async () => {
  const broken = () => async () => ({ status: 503, headers: {}, body: 'gone' })
  const page = suitesPage(await askReceiver(['okta'], { changed: broken }))
  expect(page).toContain('<h1>The endpoint could not be looked at</h1>')
  expect(page).toContain('What stood in the way')
  expect(page).not.toContain('id="filter"')
})

test('a page names the one script and the one style that it may use, and asks for nothing', async () => {
  const page = await ranPage()
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  const hashIn = (element: string): string => {
    const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page) ?? []
    return `sha256-${createHash('sha256').update(text).digest('base64')}`
  }
  expect(policy).toContain('default-src &#39;none&#39;')
  expect(policy).toContain(hashIn('script'))
  expect(policy).toContain(hashIn('style'))
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page.match(/\b(src|action|srcset|poster)="|url\(|@import/g)).toBeNull()
  expect(page.match(/href="(?!#|data:,")/g)).toBeNull()
  expect((/<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '').length).toBeLessThan(30_000)
})

test('the same result gives the same bytes', async () => {
  expect(await ranPage()).toBe(await ranPage())
})

test('a run without a recording is still read: its steps and what was expected', async () => {
  const { result } = await runText(BAD)
  const page = runPage(summarise([result], 'receiver', 5))
  for (const text of ['1 of 1 scenario did not pass', 'lark.add-member', 'x.yaml:8', 'bo@c.test', '&quot;Anna&quot;'])
    expect(page).toContain(text)
})
