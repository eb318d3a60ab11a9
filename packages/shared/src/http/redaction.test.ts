import { expect, test } from 'vitest'
import type { Exchange } from '../provisioning/index.ts'
import { toHar } from './har.ts'
import { redactExchange, redactText } from './redaction.ts'

const CANARY = 'canary-0f3a9/secret'

const exchange: Exchange = {
  request: {
    method: 'POST',
    url: `http://127.0.0.1/Users?token=${encodeURIComponent(CANARY)}`,
    headers: [
      ['Authorization', `Bearer ${CANARY}`],
      ['X-Note', `it is ${CANARY}`],
    ],
    body: `{"password":"hunter2 \\" and more","note":"${CANARY}"}`,
  },
  startedAt: 0,
  durationMs: 1,
  response: {
    status: 401,
    headers: [['Set-Cookie', 'session=abc']],
    body: `{"detail":"Bearer abc.def.ghi was refused for ${CANARY}","access_token":"abc"}`,
  },
}

test('no secret survives in any part of an exchange or of a HAR made from it', () => {
  const redacted = redactExchange(exchange, [CANARY])
  const everything = JSON.stringify([redacted, toHar([redacted], '0')])
  for (const secret of [CANARY, encodeURIComponent(CANARY), 'hunter2', 'and more', 'session=abc', 'abc.def.ghi']) {
    expect(everything).not.toContain(secret)
  }
  expect(everything).not.toContain('"access_token":"abc"')
})

test('what is no secret stays as it was', () => {
  const plain: Exchange = {
    ...exchange,
    request: { method: 'GET', url: 'http://127.0.0.1/Users', headers: [['Accept', 'x']] },
  }
  expect(redactExchange(plain).request).toEqual(plain.request)
})

test.each(['client_secret', 'client_assertion', 'refresh_token', 'password'])(
  '%s of a form is no secret told',
  (field) => {
    const body = `grant_type=client_credentials&${field}=s3cret%2Fword&client_id=cid`
    const redacted = redactExchange({ ...exchange, request: { ...exchange.request, body } })
    expect(redacted.request.body).toBe(`grant_type=client_credentials&${field}=[redacted]&client_id=cid`)
  },
)

test.each([
  ['{"name":"OAuth Bearer Token"}', '{"name":"OAuth Bearer Token"}'],
  ['Authorization: Bearer Token-7f3a', 'Authorization: Bearer [redacted]'],
  ['Authorization: Bearer TokenX', 'Authorization: Bearer [redacted]'],
  ['Bearer Token.', 'Bearer [redacted]'],
  [`{"detail":"Basic ${btoa('ana:s3cret')} was refused"}`, '{"detail":"Basic [redacted] was refused"}'],
  [`Basic ${Buffer.from('jürgen:ä:b').toString('base64')}`, 'Basic [redacted]'],
  ['Basic Authentication, Basic Auth, Basic abcd', 'Basic Authentication, Basic Auth, Basic abcd'],
])('%s', (text, expected) => expect(redactText(text, [])).toBe(expected))
