import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { actor } from '../acts/acting.ts'
import { ConfigurationInput, configured } from '../acts/configuration-input.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { findSource, sourcesOf } from '../acts/find-source.ts'
import { shownConfiguration } from '../acts/shown-configuration.ts'
import { SourceInput } from '../acts/source-input.ts'
import { adminLogged } from '../log/admin-log.ts'
import type { SyncSource } from '../values/sync-source.ts'

export const EditSyncSourceInput = SourceInput.extend({
  set: ConfigurationInput.extend({ name: z.string().trim().min(1).optional() }),
})

/** Settings that decide what Lark derives and whom it tells; no answer to a client follows from them. */
const INWARD_SETTINGS: ReadonlySet<string> = new Set([
  'name',
  'workforceTypeRules',
  'memberNotification',
  'administratorNotification',
])

/** Lark A16: counts from the next request on; members that are stored are not computed again. */
export function editSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'edit-sync-source',
    describes: 'Edits a sync source; the change counts from the next request on.',
    input: EditSyncSourceInput,
    isInward: ({ set }) => Object.keys(set).every((key) => INWARD_SETTINGS.has(key)),
    run: (input) => edit(desk, input),
  })
}

function edit(desk: Desk, input: z.infer<typeof EditSyncSourceInput>): Record<string, unknown> {
  const { organisation } = input
  const { rulesOff } = desk.profile.options
  const administrator = actor(desk, input, 'Directory Sync')
  const old = findSource(desk, organisation, input.source)
  const { name = old.name, ...given } = input.set
  checkName(desk, old, name)
  const configuration = configured(desk, organisation, old.kind, given, old)
  const source: SyncSource = rulesOff.has('A16') ? old : { ...old, ...configuration, name }
  const details = { before: shownConfiguration(desk, old), after: shownConfiguration(desk, source) }
  const event = { eventType: 'Edit sync configurations', administrator, source, details } as const
  carryOutAct(desk, [{ kind: 'profile:source-put', source }], adminLogged(event, desk.ledger.schedule.now(), rulesOff))
  return { id: source.id, name, ...shownConfiguration(desk, source) }
}

/** @throws VerbError conflict */
function checkName(desk: Desk, { id, organisation }: SyncSource, name: string): void {
  const others = sourcesOf(desk, organisation).filter((source) => source.id !== id)
  if (!others.some((source) => source.name.toLowerCase() === name.toLowerCase())) return
  throw new VerbError('conflict', `name: there is a sync source "${name}" already. Choose another name.`)
}
