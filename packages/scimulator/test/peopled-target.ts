// A plain service provider full of people and groups with the very names, numbers and externalIds of the fixtures.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { Company } from '@scimulator/shared/people'
import { parse } from 'yaml'

const FIXTURE = join(import.meta.dirname, '../../../scenarios/fixtures/contoso.yaml')
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'

export interface PeopledTarget {
  readonly url: string
  readonly token: string
  /** Everybody and every group as they are, `lastModified` included, by id. */
  state(): Promise<string>
  close(): Promise<void>
}

/** @param nickName put on everybody, such as a canary */
export async function startPeopledTarget(nickName?: string): Promise<PeopledTarget> {
  const token = 'the-token-of-the-target'
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
  const { url } = await receiver.listen({ port: 0 })
  const base = `${url}/scim/v2`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }

  async function post(endpoint: string, body: unknown): Promise<string> {
    const answer = await fetch(`${base}/${endpoint}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (answer.status !== 201)
      throw new Error(`POST /${endpoint} was answered ${answer.status}: ${await answer.text()}`)
    const made: unknown = await answer.json()
    if (typeof made === 'object' && made !== null && 'id' in made) return String(made.id)
    throw new Error(`POST /${endpoint} was answered without an id`)
  }

  async function all(endpoint: string): Promise<unknown> {
    const answer = await fetch(`${base}/${endpoint}?count=1000`, { headers })
    return answer.json()
  }

  const { people, groups } = Company.parse(parse(readFileSync(FIXTURE, 'utf8')))
  const ids = new Map<string, string>()
  for (const { key, email, displayName, mobile, employeeId, surname = '' } of people) {
    const user = {
      schemas: [USER, ENTERPRISE],
      userName: email,
      externalId: key,
      displayName: nickName === undefined ? displayName : `${displayName} ${nickName}`,
      name: { familyName: surname },
      emails: [{ type: 'work', value: email, primary: true }],
      ...(nickName === undefined ? {} : { nickName, title: `${nickName} officer` }),
      ...(mobile === undefined ? {} : { phoneNumbers: [{ type: 'mobile', value: mobile }] }),
      [ENTERPRISE]: { employeeNumber: employeeId },
    }
    ids.set(key, await post('Users', user))
  }
  for (const { name, members } of groups) {
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group']
    await post('Groups', { schemas, displayName: name, members: members.map((key) => ({ value: ids.get(key) })) })
  }
  return {
    url: base,
    token,
    state: async () => JSON.stringify([await all('Users'), await all('Groups')], null, 1),
    close: () => receiver.close(),
  }
}
