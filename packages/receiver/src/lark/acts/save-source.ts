import { VerbError } from '@scimulator/shared/behaviour'
import type { z } from 'zod'
import { adminLogged } from '../log/admin-log.ts'
import type { Administrator } from '../values/administrator.ts'
import { newSyncSource } from '../values/new-sync-source.ts'
import type { SyncSource, SyncSourceKind } from '../values/sync-source.ts'
import { ConfigurationInput, configured, withCreator } from './configuration-input.ts'
import { carryOutAct, type Desk } from './desk.ts'
import { sourcesOf } from './find-source.ts'
import { shownConfiguration } from './shown-configuration.ts'

export interface SourceToSave {
  readonly organisation: string
  readonly kind: SyncSourceKind
  /** The usual name of its kind without it. */
  readonly name: string | undefined
  readonly activate: boolean
  readonly tokenHash: string
  readonly tokenLifetimeMs: number | undefined
  readonly configuration: ConfigurationInput
}

/** Lark A14: Save, or Save and Activate. @throws VerbError invalid, conflict, not-found */
export function saveSource(desk: Desk, administrator: Administrator, wanted: SourceToSave): SyncSource {
  const { organisation, kind, activate, tokenHash, tokenLifetimeMs } = wanted
  const { rulesOff } = desk.profile.options
  const name = freeName(desk, organisation, kind, wanted.name)
  const configuration = configured(desk, organisation, kind, withCreator(wanted.configuration, administrator))
  const context = desk.ledger.context()
  const status = activate || rulesOff.has('A14') ? 'active' : 'inactive'
  const made = { organisation, name, kind, status, configuration, tokenHash, createdBy: administrator.id } as const
  const source = newSyncSource(tokenLifetimeMs === undefined ? made : { ...made, tokenLifetimeMs }, context)
  const details = { kind, status, ...shownConfiguration(desk, source) }
  const event = { eventType: 'Add sync source', administrator, source, details } as const
  carryOutAct(desk, [{ kind: 'profile:source-put', source }], adminLogged(event, context.now, rulesOff))
  return source
}

/** Of an input with more in it, what the wizard's pages are filled in with. */
export function choicesOf(input: z.input<typeof ConfigurationInput>): ConfigurationInput {
  const keys = Object.keys(ConfigurationInput.shape)
  return ConfigurationInput.parse(Object.fromEntries(Object.entries(input).filter(([key]) => keys.includes(key))))
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
