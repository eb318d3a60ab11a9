import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { sourceUrl } from '../../directory/organisation.ts'
import { Acting, actor } from '../acts/acting.ts'
import { ConfigurationInput } from '../acts/configuration-input.ts'
import type { Desk } from '../acts/desk.ts'
import { choicesOf, saveSource } from '../acts/save-source.ts'

export const SaveSyncSourceInput = Acting.extend(ConfigurationInput.shape).extend({
  draft: z.string().min(1).describe('What begin-sync-source has answered'),
  name: z.string().trim().min(1).optional().describe('Default: Lark & Entra ID Sync App'),
  activate: z.boolean().default(false).describe('Save and activate instead of Save'),
})

/** Lark A14: the buttons of the wizard's last page. The token is the one that its first page has shown. */
export function saveSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'save-sync-source',
    describes: 'Add sync source, page "Preview": saves what begin-sync-source has begun, and activates it where asked.',
    input: SaveSyncSourceInput,
    run: (input) => save(desk, input),
  })
}

function save(desk: Desk, input: z.infer<typeof SaveSyncSourceInput>) {
  const { organisation, name, activate } = input
  const administrator = actor(desk, input, 'Directory Sync')
  const draft = desk.drafts.get(organisation, input.draft, desk.ledger.schedule.now())
  const { kind, tokenHash, tokenLifetimeMs } = draft
  const configuration = choicesOf(input)
  const wanted = { organisation, kind, name, activate, tokenHash, tokenLifetimeMs, configuration }
  const source = saveSource(desk, administrator, wanted)
  desk.drafts.discard(draft.id)
  const tokenExpiresAt = isoTime(source.token.expiresAt)
  return { id: source.id, name: source.name, url: sourceUrl(desk, source), tokenExpiresAt, status: source.status }
}
