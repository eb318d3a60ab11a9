// Loaded before a command with --import: writes every host that a socket is opened to, or a name that is looked up, to the file NETWORK_LOG.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const note = (what, name) => appendFileSync(process.env.NETWORK_LOG, `${what} ${name}\n`)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  if (options?.path === undefined) note('connect', options?.host ?? 'localhost')
  return connect.apply(this, args)
}

for (const api of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt']) {
    const original = api[name]
    api[name] = function (...args) {
      note('name', args[0])
      return original.apply(this, args)
    }
  }
}

const send = dgram.Socket.prototype.send
dgram.Socket.prototype.send = function (...args) {
  note('datagram', args.filter((arg) => typeof arg === 'string').join(' '))
  return send.apply(this, args)
}
syncBuiltinESMExports()
