import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Org } from '../plan/org.ts'
import { Features, KINDS } from '../values/application.ts'
import { Profile, USER_STATES } from '../values/user.ts'

const NoQuery = z.strictObject({})

export function usersView({ org }: Engine) {
  return defineView({
    name: 'users',
    describes: 'People by login, with their state, profile and groups.',
    query: NoQuery,
    item: z.object({
      id: z.string().describe('Id at Okta; sent as SCIM externalId'),
      status: z.enum(USER_STATES).describe('State of the person'),
      ...Profile.shape,
      groups: z.array(z.string()).describe('Names of groups, sorted'),
    }),
    watches: ['user', 'member', 'group'],
    read() {
      const groups = groupNames(org)
      return org.all('user').map(({ id, status, profile }) => ({
        key: profile.login,
        value: { id, status, ...profile, groups: [...(groups.get(id) ?? [])].sort() },
      }))
    },
  })
}

function groupNames(org: Org): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { groupId, userId } of org.all('member')) {
    const name = org.get('group', groupId)?.name ?? groupId
    names.set(userId, [...(names.get(userId) ?? []), name])
  }
  return names
}

export function applicationsView({ org }: Engine) {
  return defineView({
    name: 'applications',
    describes: 'Applications by label, with their features and mappings.',
    query: NoQuery,
    item: z.object({
      id: z.string().describe('Id at Okta'),
      kind: z.enum(KINDS).describe('Made by the wizard, or from the catalogue'),
      baseUrl: z.string().optional().describe('SCIM connector base URL; absent while provisioning is not enabled'),
      features: Features.describe('Features of provisioning'),
      mappings: z.array(z.string()).describe("Each as Okta's attribute, an arrow and the external name"),
    }),
    watches: ['application'],
    read: () =>
      org.all('application').map(({ id, label, kind, connection, features, mappings }) => ({
        key: label,
        value: {
          ...{ id, kind, features, ...(connection && { baseUrl: connection.baseUrl }) },
          mappings: mappings.map(({ source, externalName }) => `${source} → ${externalName}`),
        },
      })),
  })
}

const ByApplication = z.strictObject({ application: z.string().optional().describe('Label of one application') })
const ByPerson = ByApplication.extend({ user: z.string().optional().describe('Id of one person') })

function labelOf(org: Org, appId: string): string {
  return org.get('application', appId)?.label ?? appId
}

function loginOf(org: Org, userId: string): string {
  return org.get('user', userId)?.profile.login ?? userId
}

export function assignmentsView({ org }: Engine) {
  return defineView({
    name: 'assignments',
    describes: 'The tab Assignments: who has an application, by login, and what became of it at the endpoint.',
    query: ByPerson,
    item: z.object({
      application: z.string().describe('Label'),
      scope: z.enum(['USER', 'GROUP']).describe('Assigned alone, or by a group'),
      status: z.enum(['STAGED', 'PROVISIONED', 'IMPORTED']).describe('How far the person came'),
      syncState: z
        .enum(['DISABLED', 'SYNCING', 'SYNCHRONIZED', 'ERROR'])
        .describe('Whether the endpoint is up to date'),
      userName: z.string().describe('User name at the application'),
      externalId: z.string().optional().describe("The endpoint's id of the person"),
      error: z.string().optional().describe('Why the last attempt failed'),
    }),
    watches: ['appUser', 'application', 'user'],
    read: ({ application, user }) =>
      org
        .all('appUser')
        .filter(({ userId }) => user === undefined || userId === user)
        .map(({ appId, userId, scope, status, syncState, userName, externalId, error }) => ({
          key: loginOf(org, userId),
          value: {
            ...{ application: labelOf(org, appId), scope, status, syncState, userName },
            ...(externalId === undefined ? {} : { externalId }),
            ...(error === undefined ? {} : { error }),
          },
        }))
        .filter(({ value }) => application === undefined || value.application === application),
  })
}

export function linksView({ org }: Engine) {
  return defineView({
    name: 'links',
    describes: 'What applications know of people and groups at their endpoints: by login or name, the id there.',
    query: ByApplication,
    item: z.object({
      type: z.enum(['user', 'group']).describe('What it is'),
      objectId: z.string().describe('Id at Okta'),
      targetId: z.string().describe("The endpoint's id of it"),
      application: z.string().describe('Label'),
    }),
    watches: ['appUser', 'groupPush', 'application', 'user', 'group'],
    read: ({ application }) =>
      [...userLinks(org), ...groupLinks(org)].filter(
        ({ value }) => application === undefined || value.application === application,
      ),
  })
}

function userLinks(org: Org) {
  return org.all('appUser').flatMap(({ appId, userId, externalId: targetId }) => {
    if (targetId === undefined) return []
    const value = { type: 'user' as const, objectId: userId, targetId, application: labelOf(org, appId) }
    return [{ key: loginOf(org, userId), value }]
  })
}

function groupLinks(org: Org) {
  return org.all('groupPush').flatMap(({ appId, sourceGroupId, targetId }) => {
    if (targetId === undefined) return []
    const key = org.get('group', sourceGroupId)?.name ?? sourceGroupId
    const application = labelOf(org, appId)
    return [{ key, value: { type: 'group' as const, objectId: sourceGroupId, targetId, application } }]
  })
}

export function groupPushesView({ org }: Engine) {
  return defineView({
    name: 'group-pushes',
    describes: 'The tab Push Groups: pushed groups by name, with their status.',
    query: ByApplication,
    item: z.object({
      application: z.string().describe('Label'),
      status: z.enum(['ACTIVE', 'INACTIVE', 'ERROR']).describe('Push status'),
      targetName: z.string().optional().describe('Name that was written last'),
      members: z.number().describe('How many members were written last'),
      errorSummary: z.string().optional().describe('Why the last push failed'),
    }),
    watches: ['groupPush', 'group', 'application'],
    read: ({ application }) =>
      org
        .all('groupPush')
        .map(({ appId, sourceGroupId, status, targetName, pushed, errorSummary }) => ({
          key: org.get('group', sourceGroupId)?.name ?? sourceGroupId,
          value: {
            ...{ application: labelOf(org, appId), status, members: pushed.length },
            ...(targetName === undefined ? {} : { targetName }),
            ...(errorSummary === undefined ? {} : { errorSummary }),
          },
        }))
        .filter(({ value }) => application === undefined || value.application === application),
  })
}

export function tasksView({ org }: Engine) {
  return defineView({
    name: 'tasks',
    describes: 'Dashboard > Tasks: what failed and waits to be sent again.',
    query: NoQuery,
    item: z.object({
      application: z.string().describe('Label'),
      at: z.string().describe('When it failed'),
      text: z.string().describe('What Okta did, and what the endpoint said'),
    }),
    watches: ['task', 'application'],
    read: () =>
      org
        .all('task')
        .map(({ id, appId, at, text }) => ({ key: id, value: { application: labelOf(org, appId), at, text } })),
  })
}

export function jobsView({ org }: Engine) {
  return defineView({
    name: 'jobs',
    describes: 'What is still to be sent, in its order.',
    query: NoQuery,
    item: z.object({
      application: z.string().describe('Label'),
      kind: z.string().describe('provision, profile, deactivate, push-group or delete-group'),
      due: z.string().describe('Not before'),
      refusals: z.number().describe('How often the endpoint has answered 429'),
    }),
    watches: ['job', 'application'],
    read: () =>
      org.all('job').map(({ id, appId, work, due, refusals }) => ({
        key: id,
        value: { application: labelOf(org, appId), kind: work.kind, due: new Date(due).toISOString(), refusals },
      })),
  })
}
