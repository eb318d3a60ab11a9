/** What the simulators provision: a receiver in this process, which outlives them. It takes its time, and may refuse some people. */

import { setTimeout as delay } from 'node:timers/promises'
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { urns } from '@scimulator/shared/scim'
import type { Chance } from './chance.ts'

export type Resource = { readonly id: string } & Readonly<Record<string, unknown>>

export interface Target {
  /** Base URL and token for a SCIM client. */
  readonly baseUrl: string
  readonly token: string
  /** Requests about names that begin with `bad` are refused. */
  refuses: boolean
  all(kind: 'Users' | 'Groups'): Promise<readonly Resource[]>
  /** Makes a user that nobody has provisioned. */
  add(userName: string, title: string): Promise<void>
  /** Resolves when no request of a program that is gone is being worked on any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

export async function createTarget(chance: Chance): Promise<Target> {
  const token = 'secret'
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
  let underWay = 0
  const server = await listen((request, response) => {
    underWay += 1
    response.on('close', () => {
      underWay -= 1
    })
    if (target.refuses && ASKS_FOR_BAD.test(request.url ?? '')) {
      response.writeHead(400, { 'content-type': 'application/scim+json' }).end(REFUSAL)
      return
    }
    void delay(chance.below(6)).then(() => receiver.handle(request, response))
  })
  const baseUrl = `${server.url}/scim/v2`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }
  const target: Target = {
    baseUrl,
    token,
    refuses: true,
    async all(kind) {
      const response = await fetch(`${baseUrl}/${kind}?count=1000`, { headers })
      const list = (await response.json()) as { Resources?: readonly Resource[] }
      return list.Resources ?? []
    },
    async add(userName, title) {
      const body = JSON.stringify({ schemas: [urns.user], userName, title, active: true })
      const response = await fetch(`${baseUrl}/Users`, { method: 'POST', headers, body })
      await response.text()
    },
    async settled() {
      while (underWay > 0) await delay(2)
    },
    async close() {
      await server.close()
      await receiver.close()
    },
  }
  return target
}

/** At the beginning of the name: the random names of Test Connection are hexadecimal, and some have these letters in them. */
const ASKS_FOR_BAD = /filter=\w+(?:%20|\+)eq(?:%20|\+)%22bad/

const REFUSAL = JSON.stringify({ schemas: [urns.error], status: '400', scimType: 'invalidValue', detail: 'Refused' })
