import { defineVerb } from '@scimulator/shared/behaviour'
import { actor } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { findSource } from '../acts/find-source.ts'
import { shownConfiguration } from '../acts/shown-configuration.ts'
import { SourceInput } from '../acts/source-input.ts'
import { adminLogged } from '../log/admin-log.ts'

/** Lark A16: the configuration is lost for good; the members that it synced stay. */
export function deleteSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'delete-sync-source',
    describes: 'Deletes a sync source for good. Members that it synced are not affected.',
    input: SourceInput,
    run(input) {
      const { rulesOff } = desk.profile.options
      const administrator = actor(desk, input, 'Directory Sync')
      const source = findSource(desk, input.organisation, input.source)
      const details = { kind: source.kind, status: source.status, ...shownConfiguration(desk, source) }
      const event = { eventType: 'Delete sync source', administrator, source, details } as const
      const entries = adminLogged(event, desk.ledger.schedule.now(), rulesOff)
      const removed = { kind: 'profile:source-removed', id: source.id } as const
      carryOutAct(desk, rulesOff.has('A16') ? [] : [removed], entries)
      return { id: source.id, name: source.name }
    },
  })
}
