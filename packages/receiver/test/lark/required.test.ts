// What Lark's /Schemas call required is what its rules refuse a member without, and nothing else.
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { hosts, openClient } from '../scim/service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts
interface Attribute {
  readonly name: string
  readonly required: boolean
  readonly subAttributes?: readonly Attribute[]
}

const body = {
  schemas: [urns.user],
  userName: 'ana@contoso.example',
  displayName: 'Ana',
  emails: [{ type: 'work', value: 'ana@contoso.example' }],
}

test('userName, displayName and emails, as the rules have it', async () => {
  const client = openClient(plain, { profile: 'lark' })
  const { attributes }: { attributes: readonly Attribute[] } = (await client.get(`/Schemas/${urns.user}`)).body
  const required = attributes.filter((one) => one.required).map(({ name }) => name)
  expect(required).toEqual(['userName', 'displayName', 'emails'])
  const emails = attributes.find(({ name }) => name === 'emails')?.subAttributes ?? []
  expect(emails.filter((one) => one.required).map(({ name }) => name)).toEqual(['value'])
  for (const name of required) {
    const answer = await client.create('/Users', { ...body, [name]: undefined })
    expect([name, answer.status]).toEqual([name, 400])
  }
  expect((await client.create('/Users', body)).status).toBe(201)
})

test('the plain profile requires what RFC 7643 does', async () => {
  const { attributes }: { attributes: readonly Attribute[] } = (await openClient(plain).get(`/Schemas/${urns.user}`))
    .body
  expect(attributes.filter((one) => one.required).map(({ name }) => name)).toEqual(['userName'])
})
