// Both ends of an empty secret token: Entra ID signs what it sends, and the receiver checks it by the keys of the tenant.
import { createReceiver } from '@scimulator/receiver'
import { afterEach, expect, test } from 'vitest'
import { type EntraEnd, openEntra, TENANT_URL } from './both-ends.ts'

const opened: EntraEnd[] = []
afterEach(() => Promise.all(opened.splice(0).map((end) => end.close())))

async function provisioned(emptyTokenJwt: 'signed' | 'unsigned') {
  const entra = await openEntra({ emptyTokenJwt })
  opened.push(entra)
  const metadataUrl = `${entra.url}/${entra.tenant.view.tenant.tenantId}/.well-known/openid-configuration`
  const { schedule } = entra
  const sources = [{ token: 'secret' }]
  entra.target = createReceiver({ profile: 'rfc', schedule, sources, trustedIssuer: { metadataUrl } })
  await entra.act('set-credentials', { tenantUrl: TENANT_URL, secretToken: '' })
  await entra.act('assign', { user: 'ana@contoso.example' })
  await entra.act('start')
  return [...new Set(entra.answers.map((answer) => answer.split(' ')[2]))].sort()
}

test('a signed token is let in, and the person is created', async () => {
  expect(await provisioned('signed')).toEqual(['200', '201'])
})

test('an unsigned one is refused', async () => {
  expect(await provisioned('unsigned')).toEqual(['401'])
})
