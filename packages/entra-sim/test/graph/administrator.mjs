// What an administrator's script does, with Microsoft's own packages and nothing of ours. Prints what it saw as JSON.
import { ClientSecretCredential } from '@azure/identity'
import { Client, PageIterator } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'

const [origin, tenantId, clientId, clientSecret, tenantUrl, secretToken] = process.argv.slice(2)
const NON_GALLERY = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621'

const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
  authorityHost: origin,
  disableInstanceDiscovery: true,
})
const graph = Client.initWithMiddleware({
  authProvider: new TokenCredentialAuthenticationProvider(credential, {
    scopes: ['https://graph.microsoft.com/.default'],
  }),
  baseUrl: `${origin}/`,
  customHosts: new Set([new URL(origin).hostname]),
})

const seen = {}

// People and a group.
const people = []
for (const [name, givenName, surname] of [
  ['ana', 'Ana', 'Silva'],
  ['bo', 'Bo', "O'Neil"],
  ['chen', '陈', '伟'],
]) {
  people.push(
    await graph.api('/users').post({
      accountEnabled: true,
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      mailNickname: name,
      userPrincipalName: `${name}@contoso.example`,
      jobTitle: 'Engineer',
      employeeType: 'Regular',
      country: 'NO',
      passwordProfile: { password: 'not used anywhere', forceChangePasswordNextSignIn: true },
    }),
  )
}
const [ana, bo, chen] = people
const group = await graph.api('/groups').post({
  displayName: 'Sales',
  mailEnabled: false,
  mailNickname: 'sales',
  securityEnabled: true,
})
await graph.api(`/groups/${group.id}/members/$ref`).post({ '@odata.id': `${origin}/v1.0/directoryObjects/${bo.id}` })
await graph.api(`/users/${bo.id}/manager/$ref`).put({ '@odata.id': `${origin}/v1.0/users/${ana.id}` })

// App, job, credentials.
const { servicePrincipal } = await graph
  .api(`/applicationTemplates/${NON_GALLERY}/instantiate`)
  .post({ displayName: 'Lark' })
const synchronization = `/servicePrincipals/${servicePrincipal.id}/synchronization`
const templates = await graph.api(`${synchronization}/templates`).get()
seen.template = templates.value.map(({ id, factoryTag }) => ({ id, factoryTag }))
const job = await graph.api(`${synchronization}/jobs`).post({ templateId: templates.value[0].id })
seen.newJob = { schedule: job.schedule.state, code: job.status.code }
await graph.api(`${synchronization}/secrets`).put({
  value: [
    { key: 'BaseAddress', value: tenantUrl },
    { key: 'SecretToken', value: secretToken },
    { key: 'SyncAll', value: 'false' },
  ],
})
seen.secrets = (await graph.api(`${synchronization}/secrets`).get()).value
const jobPath = `${synchronization}/jobs/${job.id}`
await graph.api(`${jobPath}/validateCredentials`).post({
  credentials: [
    { key: 'BaseAddress', value: tenantUrl },
    { key: 'SecretToken', value: secretToken },
  ],
})
seen.wrongCredentials = await graph
  .api(`${jobPath}/validateCredentials`)
  .post({
    credentials: [
      { key: 'BaseAddress', value: tenantUrl },
      { key: 'SecretToken', value: 'wrong' },
    ],
  })
  .catch((error) => ({ status: error.statusCode, code: error.code }))

// Mappings: rows removed, a Direct row added.
const schema = await graph.api(`${jobPath}/schema`).get()
const [rule] = schema.synchronizationRules
const users = rule.objectMappings.find(({ sourceObjectName }) => sourceObjectName === 'User')
seen.defaultRows = users.attributeMappings.length
const unwanted = ['preferredLanguage', 'name.formatted', 'emails[type eq "work"].value']
users.attributeMappings = users.attributeMappings.filter(
  ({ targetAttributeName }) => !unwanted.includes(targetAttributeName),
)
const direct = (target, name) => ({
  targetAttributeName: target,
  flowType: 'Always',
  flowBehavior: 'FlowWhenChanged',
  matchingPriority: 0,
  defaultValue: null,
  source: { type: 'Attribute', name, expression: `[${name}]`, parameters: [] },
})
users.attributeMappings.push(
  direct('userType', 'employeeType'),
  direct('emails[type eq "work"].value', 'userPrincipalName'),
)
await graph.api(`${jobPath}/schema`).put(schema)
const saved = await graph.api(`${jobPath}/schema`).get()
seen.savedRows = saved.synchronizationRules[0].objectMappings[0].attributeMappings.length
users.attributeMappings.push(direct('nickName', 'noSuchAttribute'))
seen.badSchema = await graph
  .api(`${jobPath}/schema`)
  .put(schema)
  .catch((error) => ({ status: error.statusCode, code: error.code }))

// Assignments, start, wait.
const appRoleId = servicePrincipal.appRoles[0].id
for (const principalId of [ana.id, group.id]) {
  await graph
    .api(`/servicePrincipals/${servicePrincipal.id}/appRoleAssignedTo`)
    .post({ principalId, resourceId: servicePrincipal.id, appRoleId })
}
await graph.api(`${jobPath}/start`).post({})
seen.status = await settled()
const logs = await graph.api('/auditLogs/provisioning').filter("provisioningAction eq 'create'").get()
seen.created = logs.value.map(({ sourceIdentity }) => sourceIdentity.displayName).sort()

// One more, on demand.
await graph
  .api(`/servicePrincipals(appId='${servicePrincipal.appId}')/appRoleAssignedTo`)
  .post({ principalId: chen.id, resourceId: servicePrincipal.id, appRoleId })
const onDemand = await graph.api(`${jobPath}/provisionOnDemand`).post({
  parameters: [{ ruleId: rule.id, subjects: [{ objectId: chen.id, objectTypeName: 'User' }] }],
})
seen.onDemand = { result: JSON.parse(onDemand.key).result, action: JSON.parse(onDemand.value).action }

// Restart, delete and restore.
await graph.api(`${jobPath}/restart`).post({ criteria: { resetScope: 'Watermark, Escrows, QuarantineState' } })
seen.afterRestart = await settled()
await graph.api(`/users/${bo.id}`).delete()
const bin = await graph.api('/directory/deletedItems/microsoft.graph.user').select('id,userPrincipalName').get()
seen.bin = bin.value.map(({ id }) => id === bo.id)
const restored = await graph.api(`/directory/deletedItems/${bo.id}/restore`).post({})
seen.restored = restored.userPrincipalName

// What OData a script leans on.
const listing = graph.api('/users').header('ConsistencyLevel', 'eventual')
const page = await listing.top(2).count(true).select('userPrincipalName').orderby('displayName desc').get()
seen.page = {
  count: page['@odata.count'],
  names: page.value.map((one) => one.userPrincipalName),
  more: Boolean(page['@odata.nextLink']),
}
const rest = await graph.api(page['@odata.nextLink']).get()
seen.rest = rest.value.map((one) => one.userPrincipalName)
seen.iterated = []
const expanded = await graph.api('/users').top(1).select('displayName').expand('manager($select=displayName)').get()
const iterator = new PageIterator(graph, expanded, ({ displayName, manager }) => {
  seen.iterated.push([displayName, manager?.displayName ?? null])
  return true
})
await iterator.iterate()
const delta = await graph.api('/users/delta').get()
await graph.api(`/users/${ana.id}`).patch({ jobTitle: 'Manager' })
const changes = await graph.api(delta['@odata.deltaLink']).get()
seen.delta = { first: delta.value.length, later: changes.value.map(({ jobTitle }) => jobTitle) }
const batch = await graph.api('/$batch').post({
  requests: [
    { id: '1', method: 'GET', url: `/users/${ana.id}?$select=jobTitle` },
    { id: '2', method: 'GET', url: '/users/nobody', dependsOn: ['1'] },
    { id: '3', method: 'GET', url: '/users', dependsOn: ['2'] },
  ],
})
seen.batch = batch.responses.map(({ id, status }) => [id, status])
seen.unknown = await graph
  .api('/users/nobody')
  .get()
  .catch((error) => ({ status: error.statusCode, code: error.code }))

console.log(JSON.stringify(seen))

async function settled() {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { status } = await graph.api(jobPath).get()
    if (status.lastExecution && status.code === 'Active') {
      const { state, countExported } = status.lastExecution
      return { code: status.code, state, isExported: countExported > 0, counts: status.synchronizedEntryCountByType }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The cycle did not end')
}
