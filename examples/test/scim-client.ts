// A bare SCIM client for the examples' tests: it sends what it is told and hands back what came.

export type Json = Record<string, unknown>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; an empty object when it is none. */
  readonly body: Json
}

export interface SendOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Scim {
  readonly url: string
  send(method: string, path: string, options?: SendOptions): Promise<Answer>
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  /** A PATCH with these operations. */
  patch(path: string, ...operations: readonly Json[]): Promise<Answer>
  delete(path: string): Promise<Answer>
  /** A new person of a userName that nobody has, with what is given; throws when the endpoint refuses. */
  person(more?: Json): Promise<Json & { id: string; userName: string }>
  /** A new group; throws when the endpoint refuses. */
  group(more?: Json): Promise<Json & { id: string; displayName: string }>
}

export const TOKEN = 'secret'
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

let names = 0

export function freshName(): string {
  names += 1
  return `person-${names}`
}

/** @param url the base URL of the endpoint, without a slash at its end */
export function createScim(url: string): Scim {
  const send: Scim['send'] = async (method, path, { body, headers = {} } = {}) => {
    const type = body === undefined ? {} : { 'content-type': 'application/scim+json' }
    const answer = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${TOKEN}`, accept: 'application/scim+json', ...type, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) }
  }
  const made = async <Name extends string>(path: string, body: Json, name: Name) => {
    const answer = await send('POST', path, { body })
    if (answer.status >= 300) throw new Error(`POST ${path} was answered ${answer.status}: ${answer.text}`)
    const { body: resource } = answer
    return { ...resource, id: String(resource.id), [name]: String(resource[name]) } as Json & { id: string } & Record<
        Name,
        string
      >
  }
  return {
    url,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, { body }),
    put: (path, body) => send('PUT', path, { body }),
    patch: (path, ...Operations) => send('PATCH', path, { body: { schemas: [PATCH], Operations } }),
    delete: (path) => send('DELETE', path),
    person: (more = {}) => made('/Users', personBody(more), 'userName'),
    group: (more = {}) =>
      made('/Groups', { schemas: [GROUP], displayName: `Group ${freshName()}`, ...more }, 'displayName'),
  }
}

/** Somebody as an identity provider sends people. */
export function personBody(more: Json = {}): Json {
  const name = freshName()
  return {
    schemas: [USER, ENTERPRISE],
    userName: `${name}@example.com`,
    externalId: `ext-${name}`,
    displayName: `Person ${name}`,
    name: { givenName: 'Ana', familyName: 'Souza' },
    title: 'Engineer',
    active: true,
    emails: [
      { type: 'work', value: `${name}@example.com`, primary: true },
      { type: 'home', value: `${name}@home.example` },
    ],
    [ENTERPRISE]: { department: 'Sales' },
    ...more,
  }
}

export function resourcesIn({ body }: Answer): readonly Json[] {
  return Array.isArray(body.Resources) ? body.Resources : []
}

export function filtered(filter: string): string {
  return new URLSearchParams({ filter }).toString()
}

/** The email addresses of a person, by type. */
export function emailsOf(resource: Json): Record<string, unknown> {
  const emails = (resource.emails ?? []) as readonly { type: string; value: string }[]
  return Object.fromEntries(emails.map(({ type, value }) => [type, value]))
}

export function memberIds(resource: Json): string[] {
  return ((resource.members ?? []) as readonly { value: unknown }[]).map(({ value }) => String(value)).sort()
}

function parsed(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return { list: value }
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}
