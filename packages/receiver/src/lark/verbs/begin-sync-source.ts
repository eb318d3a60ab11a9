import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { sourceUrl } from '../../directory/organisation.ts'
import { Acting, actor } from '../acts/acting.ts'
import type { Desk } from '../acts/desk.ts'
import { issueToken, lifetime } from '../acts/issue-token.ts'
import { TOKEN_LIFETIME_MS } from '../values/new-sync-source.ts'
import { SyncSourceKind } from '../values/sync-source.ts'

const BeginSyncSourceInput = Acting.extend({
  kind: SyncSourceKind,
  instead: z.string().optional().describe('A draft that this one replaces, as Refresh does: its token opens nothing'),
  tokenLifetime: z.string().optional().describe('Default 365d'),
})

/** What the wizard's page "Configure access security" shows, before anything is saved. */
export const BegunSyncSource = z.object({
  draft: z.string().describe('For save-sync-source, within the hour'),
  url: z.string().describe('Base URL for the identity provider'),
  token: z.string().describe('Shown here and never again'),
  tokenExpiresAt: z.string(),
})

/** Lark A03: token and URL are copied on the wizard's first page, before the source is there. */
export function beginSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'begin-sync-source',
    describes:
      'Add sync source, page "Configure access security": a draft with its URL and token, which is kept for an hour.',
    input: BeginSyncSourceInput,
    changes: false,
    isInward: () => true,
    run: (input) => begin(desk, input),
  })
}

function begin(desk: Desk, input: z.infer<typeof BeginSyncSourceInput>): z.infer<typeof BegunSyncSource> {
  const { organisation, kind, instead } = input
  actor(desk, input, 'Directory Sync')
  const tokenLifetimeMs = lifetime(input.tokenLifetime) ?? TOKEN_LIFETIME_MS
  const begunAt = desk.ledger.schedule.now()
  const { token, hash: tokenHash } = issueToken(desk)
  const id = desk.ledger.ids.uuid('sync source draft')
  if (instead !== undefined) desk.drafts.discard(instead)
  desk.drafts.begin({ id, organisation, kind, tokenHash, tokenLifetimeMs, begunAt })
  const tokenExpiresAt = isoTime(begunAt + tokenLifetimeMs)
  return { draft: id, url: sourceUrl(desk, { organisation }), token, tokenExpiresAt }
}
