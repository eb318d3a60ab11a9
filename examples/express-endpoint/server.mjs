#!/usr/bin/env node
// node server.mjs --port 3000 --token secret --fault string-false-is-true,put-merges
import { parseArgs } from 'node:util'
import { createApp } from './app.mjs'
import { FAULTS, readFaults } from './faults.mjs'

const USAGE = `Usage: node server.mjs [--port 3000] [--host 127.0.0.1] [--token secret] [--fault NAME[,NAME…]] [--list-faults]

An application with a SCIM 2.0 endpoint under /scim/v2. Everything is kept in memory.
The token may also come in the variable SCIM_TOKEN.`

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3000' },
      host: { type: 'string', default: '127.0.0.1' },
      token: { type: 'string', default: process.env.SCIM_TOKEN ?? 'secret' },
      fault: { type: 'string', multiple: true, default: [] },
      'list-faults': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return { ...values, port: readPort(values.port), faults: readFaults(values.fault.join(',')) }
}

function readPort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error(`--port is a number from 0 to 65535, not ${text}.`)
}

function main({ port, host, token, faults, help, 'list-faults': listed }) {
  if (help) return console.log(USAGE)
  if (listed) {
    const width = Math.max(...Object.keys(FAULTS).map((name) => name.length))
    for (const [name, what] of Object.entries(FAULTS)) console.log(`${name.padEnd(width)}  ${what}`)
    return
  }
  const server = createApp({ token, faults }).listen(port, host, (error) => {
    if (error)
      return fail(error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port.` : error.message)
    if (faults.size > 0) console.log(`Faults: ${[...faults].join(', ')}`)
    console.log(`SCIM at http://${host}:${server.address().port}/scim/v2`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => server.close(() => process.exit(0)).closeAllConnections())
}

function fail(message) {
  console.error(message)
  process.exit(2)
}

try {
  main(options())
} catch (error) {
  fail(error.message)
}
