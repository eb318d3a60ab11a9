// Who is behind a request of the admin API: a session (cookie), a personal token (bearer), or, in a demo, the primary administrator
// without any of them.
import type { IncomingMessage } from 'node:http'
import { VerbError } from '@scimulator/shared/behaviour'
import { controlRefusal } from '@scimulator/shared/http'
import { HOUR_MS, hashToken, isoTime } from '@scimulator/shared/runtime'
import { DEFAULT_ORGANISATION } from '../../directory/organisation.ts'
import { findAdministrator } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { isPassword } from '../acts/password.ts'
import type { Administrator } from '../values/administrator.ts'

/** `demo`: a caller on this machine is the primary administrator and may act as others. `required`: 401 without credentials. */
export type SignIn = 'demo' | 'required'

const SESSION_COOKIE = 'scimulator_session'
const SESSION_MS = 12 * HOUR_MS

export interface SignedIn {
  readonly administrator: Administrator
  readonly session: string | undefined
}

/** Undefined when nobody is signed in. @throws VerbError refused, not-found */
export function signedIn(desk: Desk, request: IncomingMessage, mode: SignIn): SignedIn | undefined {
  const session = cookieOf(request)
  const own = session === undefined ? byToken(desk, request) : bySession(desk, session)
  if (own) return { administrator: own, session: bySession(desk, session) && session }
  const hasCredentials = session !== undefined || request.headers.authorization !== undefined
  if (mode === 'required' || hasCredentials) return undefined
  return { administrator: demoAdministrator(desk, request), session: undefined }
}

/** @throws VerbError refused when email address and password do not belong together */
export function openSession(desk: Desk, email: string, password: string): { cookie: string; body: object } {
  const administrator = organisationsOf(desk)
    .flatMap((organisation) => desk.profile.state.administrators(organisation))
    .find((one) => one.email.toLowerCase() === email.toLowerCase())
  if (!administrator?.passwordHash || !isPassword(password, administrator.passwordHash)) {
    throw new VerbError('refused', 'The email address and the password do not belong together.')
  }
  const token = desk.ledger.ids.token('session')
  const expiresAt = desk.ledger.schedule.now() + SESSION_MS
  const session = { hash: hashToken(token), administrator: administrator.id, expiresAt }
  carryOutAct(desk, [{ kind: 'profile:session-put', session }])
  const cookie = `${SESSION_COOKIE}=${token}; Path=/admin; HttpOnly; SameSite=Strict; Max-Age=${SESSION_MS / 1000}`
  return { cookie, body: { ...shownAdministrator(administrator), expiresAt: isoTime(expiresAt) } }
}

export function closeSession(desk: Desk, token: string): { cookie: string } {
  carryOutAct(desk, [{ kind: 'profile:session-removed', hash: hashToken(token) }])
  return { cookie: `${SESSION_COOKIE}=; Path=/admin; HttpOnly; SameSite=Strict; Max-Age=0` }
}

export function shownAdministrator({ id, organisation, name, email, primary, permissions }: Administrator): object {
  return { id, organisation, name, email, primary, permissions }
}

function bySession(desk: Desk, token: string | undefined): Administrator | undefined {
  const session = token === undefined ? undefined : desk.profile.state.session(hashToken(token))
  if (!session || desk.ledger.schedule.now() >= session.expiresAt) return undefined
  return desk.profile.state.administrator(session.administrator)
}

function byToken(desk: Desk, { headers }: IncomingMessage): Administrator | undefined {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  return token === undefined ? undefined : desk.profile.state.administratorByToken(hashToken(token))
}

function demoAdministrator(desk: Desk, request: IncomingMessage): Administrator {
  const refusal = controlRefusal(request)
  if (refusal !== undefined) throw new VerbError('refused', refusal)
  const organisation = headerOf(request, 'x-organisation') ?? DEFAULT_ORGANISATION
  return findAdministrator(desk, organisation, headerOf(request, 'x-act-as'))
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function cookieOf({ headers }: IncomingMessage): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  const found = cookies.find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`))
  return found?.slice(SESSION_COOKIE.length + 1) || undefined
}

/** Sign-in names no organisation, as an email address belongs to one administrator. */
function organisationsOf(desk: Desk): readonly string[] {
  const ofAdministrators = [...desk.profile.state.allAdministrators()].map(({ organisation }) => organisation)
  return [...new Set([DEFAULT_ORGANISATION, ...ofAdministrators])]
}
