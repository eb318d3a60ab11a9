import { expect, test } from 'vitest'
import { httpText } from './http-text.ts'

const url = 'http://127.0.0.1:8080/scim/v2/Users?filter=userName%20eq%20%22a%22'

test('the request line, the host, the headers in order, and the body', () => {
  const request = { headers: [['Content-Type', 'application/scim+json'] as [string, string]], body: '{"active":false}' }
  expect(httpText({ method: 'POST', url, request })).toBe(
    'POST /scim/v2/Users?filter=userName%20eq%20%22a%22 HTTP/1.1\nHost: 127.0.0.1:8080\nContent-Type: application/scim+json\n\n{"active":false}',
  )
})

test('a host that was sent is not told twice; no body is an empty one', () => {
  const request = { headers: [['host', 'idp.example'] as [string, string]], body: null }
  expect(httpText({ method: 'GET', url: 'http://127.0.0.1/Users', request })).toBe(
    'GET /Users HTTP/1.1\nhost: idp.example\n\n',
  )
})
