import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { sourceUrl } from '../../directory/organisation.ts'
import { actor } from '../acts/acting.ts'
import { directoryOf } from '../acts/by-hand.ts'
import type { Desk } from '../acts/desk.ts'
import { sourcesOf } from '../acts/find-source.ts'
import { shownConfiguration } from '../acts/shown-configuration.ts'
import { STATUS, statusKey } from '../values/lark-keys.ts'
import {
  IdentifyingAttribute,
  MemberDeletionRule,
  type SyncSource,
  SyncSourceKind,
  WorkforceTypeRule,
} from '../values/sync-source.ts'
import { OrganisationQuery } from './organisation-query.ts'

/** The card of a sync source and its details (Lark C05). The token is not among them: it is shown once. */
export const SyncSourceItem = z.object({
  id: z.string().describe('Id in Lark'),
  name: z.string().describe('Name on the card, such as Lark & Entra ID Sync App'),
  kind: SyncSourceKind.describe('Identity provider that it syncs from'),
  status: z.enum(['active', 'inactive']).describe('While inactive it denies connection tests and sync requests'),
  url: z.string().describe('Base URL for the identity provider; Entra ID needs the suffix ?aadOptscim062020'),
  tokenExpiresAt: z.string().describe('Expiry date of the token, ISO 8601 in UTC'),
  isTokenExpired: z.boolean().describe('Whether that date has come; from then on requests are answered 401'),
  lastSync: z.string().nullable().describe('The last authenticated request; lookups are noted to the minute'),
  counts: z
    .object({
      activeMembers: z.number().int().describe('Active members that this source manages'),
      inactiveMembers: z.number().int().describe('Inactive members that this source manages'),
      userGroups: z.number().int().describe('User groups that this source manages'),
      departments: z.number().int().describe('Made by this source'),
      jobTitles: z.number().int().describe('Made by this source'),
      succeeded: z.number().int().describe('Writes that succeeded'),
      failed: z.number().int().describe('Requests that were refused'),
    })
    .describe('What the source manages and has made, and how its requests went'),
  workforceTypeRules: z.array(WorkforceTypeRule).readonly().describe('Sync rules for the workforce type, at most 15'),
  memberNotification: z.boolean().optional().describe('Entra ID only'),
  memberDeletionRule: MemberDeletionRule.describe('How a SCIM DELETE of a user is answered'),
  administratorNotification: z.array(z.string()).readonly().describe('Who hears of sync failures, by email address'),
  identifyingAttributes: z
    .array(IdentifyingAttribute)
    .readonly()
    .describe('By what a create looks for existing members, besides the user name'),
  createdAt: z.string().describe('When it was added, ISO 8601 in UTC'),
  createdBy: z.string().describe('Email address of the administrator, or set up with the receiver'),
})

type SyncSourceItem = z.infer<typeof SyncSourceItem>

export function syncSources(desk: Desk) {
  return defineView({
    name: 'sync-sources',
    describes: 'Sync sources with status, last sync and counts, by name.',
    query: OrganisationQuery,
    item: SyncSourceItem,
    watches: ['source', 'activity', 'record', 'named', 'administrator'],
    read(query) {
      actor(desk, query, 'Directory Sync')
      return sourcesOf(desk, query.organisation).map((source) => ({ key: source.name, value: card(desk, source) }))
    },
  })
}

function card(desk: Desk, source: SyncSource): SyncSourceItem {
  const { state } = desk.profile
  const { lastSync } = state.activity(source.id)
  const creator = state.administrators(source.organisation).find(({ id }) => id === source.createdBy)?.email
  return {
    id: source.id,
    name: source.name,
    kind: source.kind,
    status: source.status,
    url: sourceUrl(desk, source),
    tokenExpiresAt: isoTime(source.token.expiresAt),
    isTokenExpired: desk.ledger.schedule.now() >= source.token.expiresAt,
    lastSync: lastSync === null ? null : isoTime(lastSync),
    counts: counts(desk, source),
    ...shownConfiguration(desk, source),
    createdAt: isoTime(source.createdAt),
    createdBy: creator ?? state.addressOf(source.createdBy) ?? source.createdBy,
  }
}

const NOTHING_COUNTED: SyncSourceItem['counts'] = {
  activeMembers: 0,
  inactiveMembers: 0,
  userGroups: 0,
  departments: 0,
  jobTitles: 0,
  succeeded: 0,
  failed: 0,
}

function counts(desk: Desk, { id, organisation }: SyncSource): SyncSourceItem['counts'] {
  const { state, options } = desk.profile
  const directory = directoryOf(desk, organisation)
  if (options.rulesOff.has('C05')) return NOTHING_COUNTED
  return {
    activeMembers: directory.lookup('User', STATUS, statusKey(id, 'Active')).size,
    inactiveMembers: directory.lookup('User', STATUS, statusKey(id, 'Inactive')).size,
    userGroups: directory.lookup('Group', 'managedBy', id).size,
    departments: state.named.countMadeBy('department', id),
    jobTitles: state.named.countMadeBy('job title', id),
    succeeded: state.activity(id).succeeded,
    failed: state.activity(id).failed,
  }
}
