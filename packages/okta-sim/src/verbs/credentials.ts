// How an application signs in at the endpoint, as the form of its connection asks for it (O107, O112 to O114).
import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Application, Connection } from '../values/application.ts'

/** Fields of the form: a token, or a user name and a password. */
export const CREDENTIALS = {
  token: z
    .string()
    .min(1)
    .optional()
    .describe(
      'HTTP Header: what is typed; the wizard sends "Bearer" before it, the catalogue sends it as it is typed. The saved one stays without it',
    )
    .meta({ secret: true }),
  userName: z.string().min(1).optional().describe('Basic Auth: the user name, with a password in the place of a token'),
  password: z.string().min(1).optional().describe('Basic Auth: the password').meta({ secret: true }),
}

/** OAuth 2.0: what an authorization by code has left behind. */
export const Grant = z.strictObject({
  tokenUrl: z.url().describe('Where an access token is renewed'),
  clientId: z.string().min(1).describe('Client ID'),
  clientSecret: z.string().min(1).describe('Client secret').meta({ secret: true }),
  refreshToken: z.string().min(1).describe('The refresh token, of the scope offline_access').meta({ secret: true }),
  accessToken: z
    .string()
    .min(1)
    .optional()
    .describe('The access token; without it one is fetched with the first request')
    .meta({ secret: true }),
  expiresIn: z
    .number()
    .int()
    .min(1)
    .max(3_153_600_000)
    .optional()
    .describe('In how many seconds the access token is over; left out, it never is'),
})
export type Grant = z.infer<typeof Grant>

export function grantOf(given: Grant, now: number): Pick<Connection, 'authorization' | 'oauth'> {
  const { accessToken, expiresIn, ...oauth } = given
  if (accessToken === undefined) return { authorization: 'Bearer', oauth: { ...oauth, expiresAt: now } }
  const expiry = expiresIn === undefined ? {} : { expiresAt: now + expiresIn * 1_000 }
  return { authorization: `Bearer ${accessToken}`, oauth: { ...oauth, ...expiry } }
}

export interface Credentials {
  readonly token?: string | undefined
  readonly userName?: string | undefined
  readonly password?: string | undefined
}

/**
 * What is sent as `Authorization`; undefined where nothing is given.
 *
 * @throws VerbError `invalid` for two ways at once, half of one, or a user name that Basic cannot carry (RFC 7617 §2)
 */
export function authorizationOf({ kind }: Pick<Application, 'kind'>, given: Credentials): string | undefined {
  const { token, userName, password } = given
  if (userName === undefined && password === undefined) {
    if (token === undefined) return undefined
    return kind === 'wizard' ? `Bearer ${token}` : token
  }
  if (token !== undefined) throw wrong('token', 'Give a token, or a user name and a password; not both.')
  if (userName === undefined) throw wrong('userName', 'Basic Auth wants a user name too.')
  if (password === undefined) throw wrong('password', 'Basic Auth wants a password too.')
  if (userName.includes(':')) throw wrong('userName', 'The user name of Basic Auth cannot have a colon.')
  return `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`
}

function wrong(field: keyof Credentials, message: string): VerbError {
  return new VerbError('invalid', message, [{ path: [field], message }])
}
