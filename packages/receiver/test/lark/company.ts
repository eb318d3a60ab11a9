// A receiver with one organisation, spoken to like an identity provider does (SCIM over HTTP) and like an administrator does.
import { createSeededIds, createVirtualSchedule, parseDuration } from '@scimulator/shared/runtime'
import { urns } from '@scimulator/shared/scim'
import request, { type Response } from 'supertest'
import { createReceiver, type Receiver } from '../../src/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver-options.ts'
import { rulesOff } from './proof.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')

export interface Company {
  readonly receiver: Receiver
  act(verb: string, input?: object): Promise<Record<string, string>>
  /** A view's items by key. */
  see(view: string, query?: object): Promise<Record<string, Record<string, unknown>>>
  advance(duration: string): Promise<void>
  /** A sync source that is active, with somebody who speaks SCIM through it. */
  source(input?: object): Promise<IdentityProvider>
}

export interface IdentityProvider {
  readonly id: string
  readonly url: string
  readonly token: string
  send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: unknown): Promise<Response>
  create(user: object): Promise<Response>
  patch(id: string, ...operations: readonly object[]): Promise<Response>
  find(filter: string): Promise<readonly Record<string, unknown>[]>
  with(token: string): IdentityProvider
}

export function company(options: ReceiverOptions = {}, open?: Receiver): Company {
  const schedule = createVirtualSchedule(START)
  const ids = createSeededIds(1, 'receiver')
  const receiver = open ?? createReceiver({ schedule, ids, publicUrl: 'http://lark.example', rulesOff, ...options })
  const act: Company['act'] = async (verb, input = {}) => {
    const found = receiver.control.verbs.get(verb)
    if (!found) throw new Error(`no verb ${verb}`)
    return (await found.run(input)) as Record<string, string>
  }
  return {
    receiver,
    act,
    async see(view, query = {}) {
      const items = (await receiver.control.views.get(view)?.read(query)) ?? []
      return Object.fromEntries(items.map(({ key, value }) => [key, value]))
    },
    advance: (duration) => schedule.advanceTo(schedule.now() + (parseDuration(duration) ?? Number.NaN)),
    async source(input = {}) {
      const {
        id = '',
        url = '',
        token = '',
      } = await act('add-sync-source', { kind: 'Entra ID', activate: true, ...input })
      return identityProvider(receiver, id, url, token)
    },
  }
}

export function identityProvider(receiver: Receiver, id: string, url: string, token: string): IdentityProvider {
  const base = url.replace('http://lark.example', '')
  const send: IdentityProvider['send'] = async (method, path, body) => {
    const sent = request(receiver.handle)[method](`${base}${path}`).set('authorization', `Bearer ${token}`)
    if (body === undefined) return sent
    return sent.set('content-type', 'application/scim+json').send(JSON.stringify(body))
  }
  return {
    id,
    url,
    token,
    send,
    create: (user) => send('post', '/Users', user),
    patch: (user, ...operations) =>
      send('patch', `/Users/${user}`, { schemas: [urns.patchOp], Operations: operations }),
    async find(filter) {
      const answer = await send('get', `/Users?filter=${encodeURIComponent(filter)}`)
      return answer.body.Resources ?? []
    },
    with: (other) => identityProvider(receiver, id, url, other),
  }
}

/** What an identity provider sends for a person, laid over the least that Lark asks for. */
export function user(email: string, more: object = {}): object {
  return {
    schemas: [urns.user, urns.enterpriseUser],
    userName: email,
    displayName: email.split('@')[0],
    emails: [{ type: 'work', primary: true, value: email }],
    active: true,
    ...more,
  }
}

export function enterprise(values: object): object {
  return { [urns.enterpriseUser]: values }
}
