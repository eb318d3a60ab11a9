import { ConfidentialClientApplication } from '@azure/msal-node'

const [origin, tenant, client, secret] = process.argv.slice(2)
const application = new ConfidentialClientApplication({
  auth: {
    clientId: client,
    clientSecret: secret,
    authority: `${origin}/${tenant}`,
    knownAuthorities: [new URL(origin).host],
  },
})
try {
  const result = await application.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] })
  console.log(`token ${result.accessToken}`)
} catch (error) {
  console.log(`error ${String(error.message).replaceAll('\n', ' ')}`)
}
