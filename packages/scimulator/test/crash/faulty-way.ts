/** The way to a program that is killed and comes back: a proxy in this process, which now and then answers 429 or 503, or drops. */

import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Listening, listen } from '@scimulator/shared/http'
import type { Chance } from './chance.ts'

export interface FaultyWay {
  readonly url: string
  /** Where the program listens now. */
  leadsTo: string
  /** Of a thousand requests, so many meet a fault. */
  faults: number
  /** How often each has struck. */
  readonly struck: Readonly<Record<string, number>>
  close(): Promise<void>
}

type Faulty = (request: IncomingMessage, response: ServerResponse, forward: () => void) => void

const FAULTS: Readonly<Record<string, Faulty>> = {
  '429': (request, response) => {
    request.resume()
    response.writeHead(429, { 'retry-after': '1' }).end()
  },
  '503': (request, response) => {
    request.resume()
    response.writeHead(503).end()
  },
  'dropped before': (request) => void request.socket.destroy(),
  // It is carried out, and nobody learns of it.
  'dropped after': (request, response, forward) => {
    response.on('pipe', () => void request.socket.destroy())
    forward()
  },
}

export async function createFaultyWay(chance: Chance): Promise<FaultyWay> {
  const struck: Record<string, number> = Object.fromEntries(Object.keys(FAULTS).map((name) => [name, 0]))
  const server: Listening = await listen((request, response) => {
    const forward = () => pass(way.leadsTo, request, response)
    if (chance.below(1_000) >= way.faults) return forward()
    const name = chance.pick(Object.keys(FAULTS))
    struck[name] = (struck[name] ?? 0) + 1
    FAULTS[name]?.(request, response, forward)
  })
  const way: FaultyWay = { url: server.url, leadsTo: '', faults: 0, struck, close: () => server.close(0) }
  return way
}

/** A program that is gone is a connection that breaks. */
function pass(to: string, request: IncomingMessage, response: ServerResponse): void {
  const onward = ask(new URL(request.url ?? '/', to), { method: request.method ?? 'GET', headers: request.headers })
  const broke = () => void request.socket.destroy()
  onward.on('error', broke)
  onward.on('response', (answer) => {
    answer.on('error', broke)
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  request.on('error', () => void onward.destroy())
  request.pipe(onward)
}
