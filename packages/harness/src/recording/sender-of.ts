// Who is talking, as far as one request shows it. What many programs send names nobody: a client is called by the name of an identity
// provider only for a mark that nobody else has.
import { headerValue, type ScimRequest } from '@scimulator/shared/provisioning'

export const SENDERS = ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'unknown'] as const
export type RequestSender = (typeof SENDERS)[number]

/** Names of headers, and the parameter of the tenant URL, that no other client sends (Microsoft: SCIM 2.0 protocol compliance). */
export function senderOf({ url, headers }: Pick<ScimRequest, 'url' | 'headers'>): RequestSender {
  const agent = headerValue(headers, 'user-agent') ?? ''
  if (/[?&]aadOptscim062020(?:&|=|$)/i.test(url)) return 'entra'
  if (headerValue(headers, 'adscimversion') !== undefined) return 'entraLegacy'
  if (/^JumpCloud\b/i.test(agent)) return 'jumpcloud'
  return /^Okta SCIM Client\b/i.test(agent) ? 'okta' : 'unknown'
}

/** As it is shown; of an unknown client the name that it gives itself. */
export function senderText(request: Pick<ScimRequest, 'url' | 'headers'>): string {
  const sender = senderOf(request)
  if (sender !== 'unknown') return NAMES[sender]
  const agent = headerValue(request.headers, 'user-agent')
  return agent === undefined ? 'unknown client' : (agent.split(/[\s(]/, 1)[0] ?? '').slice(0, 24)
}

const NAMES = {
  entra: 'Entra ID, with the flag',
  entraLegacy: 'Entra ID',
  jumpcloud: 'JumpCloud',
  okta: 'Okta',
} as const
