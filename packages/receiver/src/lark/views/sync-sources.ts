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
  id: z.string(),
  name: z.string(),
  kind: SyncSourceKind,
  status: z.enum(['active', 'inactive']),
  url: z.string(),
  tokenExpiresAt: z.string(),
  isTokenExpired: z.boolean(),
  lastSync: z.string().nullable().describe('The last authenticated request; lookups are noted to the minute'),
  counts: z.object({
    activeMembers: z.number().int(),
    inactiveMembers: z.number().int(),
    userGroups: z.number().int(),
    departments: z.number().int().describe('Made by this source'),
    jobTitles: z.number().int().describe('Made by this source'),
    succeeded: z.number().int().describe('Writes that succeeded'),
    failed: z.number().int().describe('Requests that were refused'),
  }),
  workforceTypeRules: z.array(WorkforceTypeRule).readonly(),
  memberNotification: z.boolean().optional().describe('Entra ID only'),
  memberDeletionRule: MemberDeletionRule,
  administratorNotification: z.array(z.string()).readonly(),
  identifyingAttributes: z.array(IdentifyingAttribute).readonly(),
  createdAt: z.string(),
  createdBy: z.string(),
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
