import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import type { Org } from '../plan/org.ts'
import { labelOf, loginOf } from './names.ts'
import { ByApplication } from './queries.ts'

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
