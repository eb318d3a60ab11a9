// An access token is renewed when a request is due, and not before (O138).
import { type NoAccessToken, readToken, refreshRequest } from '@scimulator/shared/oauth'
import { type Conversation, noted } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Connection } from '../values/application.ts'

/** Whether no request may go out before another token is there. */
export function needsToken({ oauth }: Connection, now: number): boolean {
  return oauth?.expiresAt !== undefined && oauth.expiresAt <= now
}

/** @returns the connection with the new token, and the new refresh token if there is one */
export function* renewToken(connection: Connection, behaviour: Behaviour): Conversation<Connection | NoAccessToken> {
  const { oauth } = connection
  if (oauth === undefined) return connection
  const { refreshToken, expiresAt: _, ...client } = oauth
  const request = refreshRequest({ ...client, credentialsIn: behaviour.oauthClientIn }, refreshToken)
  const exchange = yield noted(request, { purpose: 'other' })
  const read = readToken(exchange, exchange.startedAt + exchange.durationMs)
  if ('problem' in read) return read
  const { token, ...next } = read
  return { ...connection, authorization: `Bearer ${token}`, oauth: { refreshToken, ...client, ...next } }
}
