import { expect, test } from 'vitest'
import { browserRefusal } from './control-guard.ts'

const HOST = '127.0.0.1:8080'

test.each([
  ['GET', { host: HOST }],
  ['GET', { host: HOST, 'sec-fetch-site': 'same-origin' }],
  ['GET', { host: HOST, 'sec-fetch-site': 'none' }],
  ['GET', { host: 'localhost:8080', origin: 'http://localhost:8080' }],
  ['POST', { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json; charset=utf-8' }],
])('%s with %j may come in', (method, headers) => {
  expect(browserRefusal({ method, headers })).toBeUndefined()
})

test.each([
  ['GET', { host: 'rebound.example:8080' }, 'Host rebound.example:8080'],
  ['GET', {}, 'Host'],
  ['GET', { host: HOST, origin: 'http://127.0.0.1:5173' }, 'Origin http://127.0.0.1:5173'],
  ['GET', { host: HOST, origin: 'http://localhost:8080' }, 'Origin http://localhost:8080'],
  ['GET', { host: HOST, origin: 'null' }, 'Origin null'],
  ['GET', { host: HOST, 'sec-fetch-site': 'cross-site' }, 'cross-site'],
  ['GET', { host: HOST, 'sec-fetch-site': 'same-site' }, 'same-site'],
  ['POST', { host: HOST, 'content-type': 'text/plain' }, 'application/json'],
  ['POST', { host: HOST, 'content-type': 'application/x-www-form-urlencoded' }, 'application/json'],
  ['POST', { host: HOST }, 'application/json'],
])('%s with %j is refused', (method, headers, reason) => {
  expect(browserRefusal({ method, headers })).toContain(reason)
})
