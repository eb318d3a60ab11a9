import { ClientSecretCredential } from '@azure/identity'

const [origin, tenant, client, secret] = process.argv.slice(2)
const credential = new ClientSecretCredential(tenant, client, secret, {
  authorityHost: origin,
  disableInstanceDiscovery: true,
})
try {
  const { token } = await credential.getToken('https://graph.microsoft.com/.default')
  console.log(`token ${token}`)
} catch (error) {
  console.log(`error ${String(error.message).replaceAll('\n', ' ')}`)
}
