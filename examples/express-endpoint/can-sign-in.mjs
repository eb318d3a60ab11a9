#!/usr/bin/env node
// Asks the application whether somebody still gets in: exit code 0 yes, 1 no, 2 nobody could tell.
//   node can-sign-in.mjs ana@example.com
//   node can-sign-in.mjs --with session ana@example.com     a session that was opened before
//   node can-sign-in.mjs --with api-key ana@example.com     a key that was made before
import { parseArgs } from 'node:util'

async function ask() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string', default: process.env.APP_URL ?? 'http://127.0.0.1:3000' },
      with: { type: 'string', default: 'sign-in' },
    },
  })
  const [userName] = positionals
  if (positionals.length !== 1)
    throw new Error('Usage: node can-sign-in.mjs [--url URL] [--with sign-in|session|api-key] USERNAME')
  const url = new URL('/can-sign-in', values.url)
  url.search = new URLSearchParams({ userName, with: values.with }).toString()
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  if (response.status !== 200 && response.status !== 403) throw new Error(`${url} answered ${response.status}.`)
  return response.status === 200
}

try {
  const getsIn = await ask()
  console.log(getsIn ? 'yes' : 'no')
  process.exitCode = getsIn ? 0 : 1
} catch (error) {
  console.error(error.cause?.code ?? error.message)
  process.exitCode = 2
}
