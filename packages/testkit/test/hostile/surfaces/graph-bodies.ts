// Bodies that scripts send to Microsoft Graph.
import type { Draw } from '../draw.ts'
import type { Json } from '../json-values.ts'
import { withIds } from './templates.ts'

const GRAPH = 'https://graph.microsoft.com/v1.0'

function user(draw: Draw): Json {
  const name = `made${draw.below(100_000)}`
  return {
    ...{ userPrincipalName: `${name}@contoso.example`, displayName: draw.pick(['Ana', 'Ö 😀']), accountEnabled: true },
    ...{ mailNickname: name, passwordProfile: { password: 'A secret of many letters' } },
    ...(draw.chance(0.3) ? { givenName: 'A', surname: 'B', department: 'Sales' } : {}),
    ...(draw.chance(0.2) ? { userType: draw.pick(['Member', 'Guest']), employeeId: '7' } : {}),
    ...(draw.chance(0.2) ? { businessPhones: ['+1 202-555-0100'], otherMails: ['a@b.example'] } : {}),
    ...(draw.chance(0.1) ? { 'manager@odata.bind': withIds(`${GRAPH}/users/{UID}`, draw) } : {}),
  }
}

function userChange(draw: Draw): Json {
  return draw.pick<Json>([
    { displayName: 'Bo' },
    { accountEnabled: draw.chance(0.5) },
    { department: draw.pick<Json>(['Sales', null]) },
    { userPrincipalName: `x${draw.below(1_000)}@contoso.example` },
    { businessPhones: [], employeeHireDate: '2026-01-01T00:00:00Z' },
    { onPremisesExtensionAttributes: { extensionAttribute1: 'x' } },
    { employeeOrgData: { costCenter: 'C', division: 'D' } },
  ])
}

function group(draw: Draw): Json {
  const isDynamic = draw.chance(0.3)
  const name = `G${draw.below(100_000)}`
  return {
    ...{ displayName: name, mailNickname: name },
    ...draw.pick([
      { mailEnabled: false, securityEnabled: true, groupTypes: isDynamic ? ['DynamicMembership'] : [] },
      { mailEnabled: draw.chance(0.1), securityEnabled: true, groupTypes: [] },
      {
        mailEnabled: draw.chance(0.9),
        securityEnabled: false,
        groupTypes: isDynamic ? ['Unified', 'DynamicMembership'] : ['Unified'],
      },
    ]),
    ...(isDynamic ? { membershipRule: rule(draw), membershipRuleProcessingState: 'On' } : {}),
    ...(draw.chance(0.3) && !isDynamic ? { 'members@odata.bind': [withIds(`${GRAPH}/users/{UID}`, draw)] } : {}),
    ...(draw.chance(0.2) ? { description: 'D', visibility: 'Private' } : {}),
  }
}

function rule(draw: Draw): string {
  return draw.pick([
    '(user.department -eq "Sales")',
    'user.displayName -startsWith "A" -and user.accountEnabled -eq true',
    'user.jobTitle -in ["a","b"] -or -not (user.mail -match "^a+$")',
  ])
}

function groupChange(draw: Draw): Json {
  return draw.pick<Json>([
    { displayName: `H${draw.below(1_000)}` },
    { description: draw.pick<Json>(['D', null]) },
    { 'members@odata.bind': [withIds(`${GRAPH}/directoryObjects/{UID}`, draw)] },
    { mailNickname: 'h' },
    { description: `D${draw.below(1_000)}`, 'members@odata.bind': [withIds(`${GRAPH}/users/{UID}`, draw)] },
  ])
}

function reference(draw: Draw): Json {
  return {
    '@odata.id': withIds(
      draw.pick([`${GRAPH}/users/{UID}`, `${GRAPH}/directoryObjects/{UID}`, `${GRAPH}/users('{UID}')`]),
      draw,
    ),
  }
}

function application(draw: Draw): Json {
  const role = {
    id: '1efe0435-477d-4005-9739-0753ca612c62',
    value: 'v',
    displayName: 'R',
    allowedMemberTypes: ['User'],
  }
  return { displayName: `A${draw.below(1_000)}`, ...(draw.chance(0.3) ? { appRoles: [role], tags: ['a'] } : {}) }
}

function assignment(draw: Draw): Json {
  const appRoleId = '00000000-0000-0000-0000-000000000000'
  return { principalId: withIds(draw.pick(['{UID}', '{HID}']), draw), resourceId: 'AID0', appRoleId }
}

function restart(draw: Draw): Json {
  return draw.pick<Json>([{}, { criteria: { resetScope: draw.pick(['Watermark', 'Escrows, Full', 'Nothing']) } }])
}

function secrets(draw: Draw): Json {
  return {
    value: [
      { key: 'BaseAddress', value: draw.pick(['http://receiver.scimulator.test/scim/v2', 'nowhere']) },
      { key: 'SecretToken', value: draw.pick(['secret', 'wrong']) },
      ...(draw.chance(0.2)
        ? [{ key: 'SyncNotificationSettings', value: '{"Enabled":true,"Recipients":"a@b.example"}' }]
        : []),
    ],
  }
}

export const graphBody = {
  ...{ user, userChange, group, groupChange, reference, application, assignment, restart, secrets },
  ids: (draw: Draw): Json => ({ ids: [withIds('{UID}', draw), 'x'], ...(draw.chance(0.5) ? { types: ['user'] } : {}) }),
  credentials: (draw: Draw): Json =>
    draw.pick<Json>([{ useSavedCredentials: true }, { credentials: Object(secrets(draw)).value }]),
  onDemand: (draw: Draw): Json => ({
    parameters: [{ ruleId: 'x', subjects: [{ objectId: withIds('{UID}', draw), objectTypeName: 'User' }] }],
  }),
  schema: (): Json => ({ synchronizationRules: [], directories: [] }),
}
