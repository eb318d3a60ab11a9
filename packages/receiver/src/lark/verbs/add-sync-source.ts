import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { sourceUrl } from '../../directory/organisation.ts'
import { Acting, actor } from '../acts/acting.ts'
import { ConfigurationInput } from '../acts/configuration-input.ts'
import type { Desk } from '../acts/desk.ts'
import { issueToken, lifetime } from '../acts/issue-token.ts'
import { choicesOf, saveSource } from '../acts/save-source.ts'

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
export function addSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'add-sync-source',
    describes: 'Settings > Directory Sync > Add sync source, from the kind to Save or Save and activate.',
    input: AddSyncSourceInput,
    run: (input) => add(desk, input),
  })
}

function add(desk: Desk, input: z.infer<typeof AddSyncSourceInput>): z.infer<typeof AddedSyncSource> {
  const { organisation, activate, name } = input
  const administrator = actor(desk, input, 'Directory Sync')
  const kind = desk.profile.options.rulesOff.has('A01') ? 'Entra ID' : input.kind
  const tokenLifetimeMs = lifetime(input.tokenLifetime)
  const { token, hash: tokenHash } = issueToken(desk)
  const configuration = choicesOf(input)
  const wanted = { organisation, kind, name, activate, tokenHash, tokenLifetimeMs, configuration }
  const source = saveSource(desk, administrator, wanted)
  const tokenExpiresAt = isoTime(source.token.expiresAt)
  return {
    id: source.id,
    name: source.name,
    url: sourceUrl(desk, source),
    token,
    tokenExpiresAt,
    status: source.status,
  }
}
