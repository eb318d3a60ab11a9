// A receiver that tells security events, and a client that polls for them.
import { createPublicKey, verify } from 'node:crypto'
import type { ReceiverOptions } from '../../src/receiver-options.ts'
import { hosts, openClient, TOKEN } from '../scim/service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts

export const PROV = 'urn:ietf:params:scim:event:prov'
export const FEED = 'urn:ietf:params:scim:event:feed'

export interface Claims {
  readonly jti: string
  readonly txn: string
  readonly iat: number
  readonly iss: string
  readonly aud: readonly string[]
  readonly sub_id: { readonly format: string; readonly uri: string; readonly externalId?: string }
  readonly events: Readonly<
    Record<string, { readonly attributes?: string[]; readonly data?: object; version?: string }>
  >
}

type Client = ReturnType<typeof openClient>

interface Feed extends Client {
  poll(body: unknown, token?: string, path?: string): ReturnType<Client['send']>
  /** What is outstanding, as claims, oldest first. */
  outstanding(body?: object, token?: string): Promise<readonly Claims[]>
  /** The same, acknowledged: each is seen once. */
  news(): Promise<readonly Claims[]>
}

export function openFeed(
  securityEvents: ReceiverOptions['securityEvents'] = 'notice',
  options: Omit<ReceiverOptions, 'securityEvents'> = {},
): Feed {
  const client = openClient(plain, { ...options, securityEvents })
  const poll = (body: unknown, token = TOKEN, path = '/SecurityEvents') =>
    client.send('POST', path, body, { 'content-type': 'application/json', authorization: `Bearer ${token}` })
  const outstanding = async (body: object = {}, token = TOKEN): Promise<readonly Claims[]> => {
    const answer = await poll({ returnImmediately: true, ...body }, token)
    return Object.values<string>(answer.body.sets).map(claimsOf)
  }
  const news = async (): Promise<readonly Claims[]> => {
    const found = await outstanding()
    await poll({ maxEvents: 0, ack: found.map(({ jti }) => jti) })
    return found
  }
  return { ...client, poll, outstanding, news }
}

export function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

export function headOf(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'))
}

export function isSignedBy(token: string, key: object): boolean {
  const [head, claims, signature = ''] = token.split('.')
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' })
  const bytes = Buffer.from(signature, 'base64url')
  return verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)
}

/** The last words of the URIs: `create:notice`. */
export function namesOf({ events }: Claims): readonly string[] {
  return Object.keys(events).map((uri) => uri.replace(/^urn:ietf:params:scim:event:(prov:)?/, ''))
}
