// What an administrator's script does, with Okta's own package and nothing of ours. Prints what it saw as JSON.
import okta from '@okta/okta-sdk-nodejs'

const [orgUrl, token] = process.argv.slice(2)
const client = new okta.Client({ orgUrl, token, cacheMiddleware: null })
const { applicationApi, groupApi, systemLogApi, userApi } = client
const seen = {}

const refusal = (promise) =>
  promise.then(
    () => 'it went through',
    ({ status, errorCode, errorSummary, errorCauses }) => ({ status, errorCode, errorSummary, errorCauses }),
  )
const all = async (collection, show) => {
  const items = []
  await collection.each((item) => void items.push(show(item)))
  return items
}
const login = ({ profile }) => profile.login
const person = (name, more = {}) => ({
  profile: { login: `${name}@example.com`, email: `${name}@example.com`, firstName: name, lastName: 'Berg', ...more },
})

// People.
const people = []
for (const name of ['ana', 'bo', 'cy', 'dee', 'eli'])
  people.push(await userApi.createUser({ body: person(name, { department: 'Sales' }), activate: name !== 'eli' }))
const [ana, bo, cy] = people
seen.created = people.map(({ id, status }) => [id.slice(0, 3), id.length, status])
seen.createdIsDate = ana.created instanceof Date
seen.paged = await all(await userApi.listUsers({ limit: 2 }), login)
seen.filtered = await all(await userApi.listUsers({ filter: 'status eq "STAGED"' }), login)
seen.searched = await all(
  await userApi.listUsers({
    search: 'profile.department eq "sales"',
    sortBy: 'profile.login',
    sortOrder: 'desc',
    limit: 2,
  }),
  login,
)
seen.found = await all(await userApi.listUsers({ q: 'an' }), login)
seen.byLogin = (await userApi.getUser({ userId: 'bo@example.com' })).id === bo.id
seen.updated = (await userApi.updateUser({ userId: ana.id, user: { profile: { title: 'Engineer' } } })).profile
seen.replaced = (await userApi.replaceUser({ userId: ana.id, user: person('ana', { city: 'Bonn' }) })).profile
await userApi.suspendUser({ userId: bo.id })
seen.suspended = (await userApi.getUser({ userId: bo.id })).status
await userApi.unsuspendUser({ userId: bo.id })
seen.unsuspended = (await userApi.getUser({ userId: bo.id })).status
await userApi.deactivateUser({ userId: cy.id })
seen.left = await all(await userApi.listUsers(), login)
await userApi.deleteUser({ userId: cy.id })
seen.deleted = await refusal(userApi.getUser({ userId: cy.id }))

// Groups.
const sales = await groupApi.createGroup({ group: { profile: { name: 'Sales', description: 'Who sells' } } })
for (const name of ['Engineering', 'Support']) await groupApi.createGroup({ group: { profile: { name } } })
for (const { id } of [ana, bo]) await groupApi.assignUserToGroup({ groupId: sales.id, userId: id })
await groupApi.unassignUserFromGroup({ groupId: sales.id, userId: bo.id })
const named = ({ profile }) => profile.name
seen.group = [sales.type, sales.profile, sales.lastMembershipUpdated instanceof Date]
seen.groups = await all(await groupApi.listGroups({ limit: 2 }), named)
seen.groupsFound = [
  await all(await groupApi.listGroups({ q: 'eng' }), named),
  await all(await groupApi.listGroups({ search: 'profile.name co "PP"' }), named),
  await all(await groupApi.listGroups({ filter: `id eq "${sales.id}"` }), named),
]
seen.members = await all(await groupApi.listGroupUsers({ groupId: sales.id }), login)
seen.groupsOfAna = await all(await userApi.listUserGroups({ userId: ana.id }), named)
await groupApi.replaceGroup({ groupId: sales.id, group: { profile: { name: 'Sellers' } } })
seen.renamed = (await groupApi.getGroup({ groupId: sales.id })).profile

// The log: a bounded question ends, an open one is asked on.
const typed = ({ eventType }) => eventType
const soon = new Date(Date.now() + 60_000)
seen.logged = await all(
  await systemLogApi.listLogEvents({ until: soon, limit: 3, filter: `target.id eq "${bo.id}"` }),
  typed,
)
const poll = await systemLogApi.listLogEvents({ since: new Date(), filter: 'eventType sw "group."' })
await poll.each(() => {})
await groupApi.assignUserToGroup({ groupId: sales.id, userId: bo.id })
seen.polled = await all(poll, ({ eventType, outcome, target }) => [
  eventType,
  outcome.result,
  target.map(({ type }) => type),
])

// Applications: one of one's own is made; the one whose provisioning the console has enabled gives people an account.
const own = await applicationApi.createApplication({ application: { label: 'Wiki', signOnMode: 'SAML_2_0' } })
seen.own = [own.id.slice(0, 3), own.label, own.status, own.signOnMode, own.features]
const labelled = ({ label }) => label
seen.apps = await all(await applicationApi.listApplications({ limit: 1 }), labelled)
const [app] = await all(await applicationApi.listApplications({ q: 'lar' }), (one) => one)
const appId = app.id
seen.features = app.features
const assigned = await applicationApi.assignUserToApplication({ appId, appUser: { id: ana.id, scope: 'USER' } })
seen.assigned = [assigned.id === ana.id, assigned.scope, assigned.credentials.userName, assigned.profile.givenName]
await settled(ana.id)
const arrived = await applicationApi.getApplicationUser({ appId, userId: ana.id })
seen.arrived = [arrived.status, arrived.syncState, arrived.externalId, arrived.lastSync instanceof Date]
const assignment = await applicationApi.assignGroupToApplication({
  ...{ appId, groupId: sales.id, applicationGroupAssignment: { priority: 3 } },
})
seen.groupAssigned = [assignment.id === sales.id, assignment.priority]
await settled(bo.id)
seen.appUsers = await all(await applicationApi.listApplicationUsers({ appId, limit: 1 }), (one) => [
  one.credentials.userName,
  one.scope,
])
seen.appGroups = await all(await applicationApi.listApplicationGroupAssignments({ appId }), ({ id }) => id === sales.id)
seen.appsOfSales = await all(await groupApi.listAssignedApplicationsForGroup({ groupId: sales.id }), labelled)
seen.appLinks = await all(await userApi.listAppLinks({ userId: ana.id }), labelled)
seen.mapped = await refusal(
  applicationApi.updateApplicationUser({ appId, userId: ana.id, appUser: { profile: { givenName: 'Zoe' } } }),
)
const [feature] = await all(await applicationApi.listFeaturesForApplication({ appId }), (one) => one)
seen.feature = [feature.name, feature.capabilities.update.profile.status]
const { profileMappingApi } = client
const [listedMapping] = await all(await profileMappingApi.listProfileMappings({ targetId: appId }), (one) => one)
const mappingId = listedMapping.id
const before = await profileMappingApi.getProfileMapping({ mappingId })
const nickName = { expression: "String.toUpperCase(user.lastName) + '!'", pushStatus: 'PUSH' }
const after = await profileMappingApi.updateProfileMapping({
  ...{ mappingId, profileMapping: { properties: { title: nickName } } },
})
seen.mapping = [listedMapping.target.id === appId, before.properties.givenName.expression]
seen.changedMapping = [after.properties.title.expression, Object.keys(after.properties).length]
seen.wrongMapping = await refusal(
  profileMappingApi.updateProfileMapping({
    ...{ mappingId, profileMapping: { properties: { title: { expression: 'user.', pushStatus: 'PUSH' } } } },
  }),
)
const DISABLED = { status: 'DISABLED' }
const changed = await applicationApi.updateFeatureForApplication({
  ...{ appId, name: 'USER_PROVISIONING', CapabilitiesObject: { update: { profile: DISABLED } } },
})
seen.changedFeature = [changed.capabilities.update.profile.status, changed.capabilities.create.lifecycleCreate.status]
await applicationApi.unassignUserFromApplication({ appId, userId: ana.id })
await applicationApi.unassignApplicationFromGroup({ appId, groupId: sales.id })
seen.nobody = await all(await applicationApi.listApplicationUsers({ appId }), (one) => one)
seen.unassigned = await refusal(applicationApi.getApplicationUser({ appId, userId: ana.id }))
seen.activeApp = await refusal(applicationApi.deleteApplication({ appId: own.id }))
await applicationApi.deactivateApplication({ appId: own.id })
await applicationApi.deleteApplication({ appId: own.id })
seen.noApp = await refusal(applicationApi.getApplication({ appId: own.id }))

async function settled(userId) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { syncState } = await applicationApi.getApplicationUser({ appId, userId })
    if (syncState !== 'SYNCING') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('It did not settle')
}

await groupApi.deleteGroup({ groupId: sales.id })
seen.noGroup = await refusal(groupApi.getGroup({ groupId: sales.id }))
seen.sameName = await refusal(groupApi.createGroup({ group: { profile: { name: 'Support' } } }))

// What is refused.
seen.taken = await refusal(userApi.createUser({ body: person('ana') }))
seen.blank = await refusal(
  userApi.createUser({ body: { profile: { login: 'x@example.com', email: 'x@example.com' } } }),
)
seen.notSuspended = await refusal(userApi.unsuspendUser({ userId: bo.id }))
seen.badSearch = await refusal(userApi.listUsers({ search: 'profile.login ne "x"' }).then((list) => list.next()))
seen.wrongToken = await refusal(new okta.Client({ orgUrl, token: 'wrong' }).userApi.getUser({ userId: ana.id }))

console.log(JSON.stringify(seen))
