import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { Acting, actor } from '../admin/acting.ts'
import { carryOutAct, type Desk } from '../admin/desk.ts'
import { adminLogged } from '../log/admin-log.ts'
import { newSyncSource } from '../profile/lark/new-sync-source.ts'
import { ConfigurationInput, configured, withCreator } from '../sync-source/configuration-input.ts'
import { sourcesOf, sourceUrl } from '../sync-source/find-source.ts'
import { issueToken, lifetime } from '../sync-source/issue-token.ts'
import { shownConfiguration } from '../sync-source/shown-configuration.ts'
import type { SyncSourceKind } from '../sync-source/sync-source.ts'

export const AddSyncSourceInput = Acting.extend(ConfigurationInput.shape).extend({
  kind: z.enum(['Entra ID', 'JumpCloud'], { error: 'The kind of a sync source is Entra ID or JumpCloud' }),
  name: z.string().trim().min(1).optional().describe('Default: Lark & Entra ID Sync App'),
  tokenLifetime: z.string().optional().describe('Default 365d'),
  activate: z.boolean().default(false).describe('Save and activate instead of Save'),
})

/** What is shown once, on the wizard's page "Configure access security". */
export const AddedSyncSource = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().describe('Base URL for the identity provider'),
  token: z.string().describe('Shown here and never again'),
  tokenExpiresAt: z.string(),
  status: z.enum(['active', 'inactive']),
})

/** Lark A01, A03, A04, A14. */
export function addSyncSource(desk: Desk) {
  return defineVerb({
    name: 'add-sync-source',
    describes: 'Settings > Directory Sync > Add sync source, from the kind to Save or Save and activate.',
    input: AddSyncSourceInput,
    run: (input) => add(desk, input),
  })
}

function add(desk: Desk, input: z.infer<typeof AddSyncSourceInput>): z.infer<typeof AddedSyncSource> {
  const { organisation, activate, tokenLifetime } = input
  const { rulesOff } = desk.profile.options
  const administrator = actor(desk, input, 'Directory Sync')
  const kind = rulesOff.has('A01') ? 'Entra ID' : input.kind
  const name = freeName(desk, organisation, kind, input.name)
  const configuration = configured(desk, organisation, kind, withCreator(choices(input), administrator))
  const { token, hash } = issueToken(desk)
  const context = desk.ledger.context()
  const status = activate || rulesOff.has('A14') ? 'active' : 'inactive'
  const length = lifetime(tokenLifetime)
  const wanted = {
    organisation,
    name,
    kind,
    status,
    configuration,
    tokenHash: hash,
    createdBy: administrator.id,
  } as const
  const source = newSyncSource(length === undefined ? wanted : { ...wanted, tokenLifetimeMs: length }, context)
  const details = { kind, status, ...shownConfiguration(desk, source) }
  const event = { eventType: 'Add sync source', administrator, source, details } as const
  carryOutAct(desk, [{ kind: 'profile:source-put', source }], adminLogged(event, context.now, rulesOff))
  const tokenExpiresAt = isoTime(source.token.expiresAt)
  return { id: source.id, name, url: sourceUrl(desk, source), token, tokenExpiresAt, status }
}

function choices(input: z.infer<typeof AddSyncSourceInput>): ConfigurationInput {
  return ConfigurationInput.parse(pickKeys(input, Object.keys(ConfigurationInput.shape)))
}

function pickKeys(input: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(input).filter(([key]) => keys.includes(key)))
}

/** The card's name; a second source of a kind is counted on, a name that somebody chose must be free. */
function freeName(desk: Desk, organisation: string, kind: SyncSourceKind, wanted: string | undefined): string {
  const taken = new Set(sourcesOf(desk, organisation).map(({ name }) => name.toLowerCase()))
  if (wanted !== undefined && taken.has(wanted.toLowerCase())) {
    throw new VerbError('conflict', `name: there is a sync source "${wanted}" already. Choose another name.`)
  }
  const usual = `Lark & ${kind} Sync App`
  let name = wanted ?? usual
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${usual} ${count}`
  return name
}
