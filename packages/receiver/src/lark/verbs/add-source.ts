import { defineVerb, type ProductNeed } from '@scimulator/shared/behaviour'
import { hashToken, parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { DEFAULT_ORGANISATION, sourceUrl } from '../../directory/organisation.ts'
import type { Ledger } from '../../ledger.ts'
import type { Desk } from '../acts/desk.ts'
import { TOKEN_LIFETIME_MS } from '../values/new-sync-source.ts'
import { DEFAULT_CONFIGURATION } from '../values/sync-source.ts'
import { AddSyncSourceInput, addSyncSourceVerb } from './add-sync-source.ts'

/** What only Lark's wizard asks for. */
const LarkSettings = AddSyncSourceInput.omit({ kind: true, name: true, activate: true })

export const AddSourceInput = z.strictObject({
  ...AddSyncSourceInput.pick({ kind: true, name: true, activate: true }).shape,
  as: z
    .strictObject({ lark: LarkSettings.optional().describe('Settings of Lark’s wizard') })
    .optional()
    .describe(
      'What only one product has; elsewhere every expectation after this step is skipped, unless it is the default',
    ),
})
export type AddSourceInput = z.infer<typeof AddSourceInput>

const NAME = 'add-source'
const DESCRIBES = 'Registers an identity provider with the receiver: gives it a base URL and a token.'

/** The verb at a receiver that is not ours or has no rules of its own: `run` hands out access. */
export function addSourceVerb(run: (input: AddSourceInput) => unknown) {
  return defineVerb({ name: NAME, describes: DESCRIBES, effect: 'gives-access', input: AddSourceInput, needs, run })
}

/** At Lark: Settings > Directory Sync > Add sync source (Lark A01, A03, A04, A14). */
export function addLarkSource(desk: Desk) {
  const wizard = addSyncSourceVerb(desk)
  return addSourceVerb(({ as, ...source }) => wizard.run({ ...as?.lark, ...source }))
}

/** A client of a receiver without product rules: a token and a URL, active at once. */
export function addPlainSource(ledger: Ledger, publicUrl: () => string, hasTokenEndpoint: boolean) {
  return addSourceVerb(({ name, as }) => {
    const organisation = as?.lark?.organisation ?? DEFAULT_ORGANISATION
    const token = ledger.ids.token('sync source token')
    const source = { organisation, tokenHash: hashToken(token), ...(name === undefined ? {} : { name }) }
    ledger.commit(ledger.profile.addSource(source, ledger.context()))
    const client = hasTokenEndpoint ? clientOf(ledger, token, organisation, publicUrl()) : {}
    return { url: sourceUrl({ publicUrl }, { organisation }), token, ...client }
  })
}

/** How the source signs in with client credentials instead; its token is the secret. */
function clientOf(ledger: Ledger, token: string, organisation: string, publicUrl: string) {
  const tokenHash = hashToken(token)
  const authentication = ledger.profile.authenticate({ tokenHash, organisation }, ledger.context())
  if (authentication.outcome === 'refused') return {}
  return { tokenUrl: `${publicUrl}/oauth/token`, clientId: authentication.source.id, clientSecret: token }
}

const DEFAULTS: Readonly<Record<string, unknown>> = { ...DEFAULT_CONFIGURATION, organisation: DEFAULT_ORGANISATION }

/** Settings that differ from what a new source has anyway. */
function needs({ as }: AddSourceInput): readonly ProductNeed[] {
  return Object.entries(as?.lark ?? {})
    .filter(([key, value]) => value !== undefined && !isDefault(key, value))
    .map(([key]) => ({ product: 'lark', input: `as.lark.${key}` }))
}

function isDefault(key: string, value: unknown): boolean {
  if (key === 'tokenLifetime') return parseDuration(String(value)) === TOKEN_LIFETIME_MS
  return JSON.stringify(value) === JSON.stringify(DEFAULTS[key])
}
