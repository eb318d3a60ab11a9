import { defineVerb } from '@scimulator/shared/behaviour'
import { Acting, actor } from '../acts/acting.ts'
import { ConfigurationInput, configured, withCreator } from '../acts/configuration-input.ts'
import type { Desk } from '../acts/desk.ts'
import { shownConfiguration } from '../acts/shown-configuration.ts'
import { SyncSourceKind } from '../values/sync-source.ts'

export const PreviewInput = Acting.extend({
  kind: SyncSourceKind,
  configuration: ConfigurationInput.default({}),
})

/** Lark A14: the wizard's last page, before anything is saved. */
export function previewSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'preview-sync-source',
    describes: 'Shows the configuration as it would be saved, and saves nothing.',
    input: PreviewInput,
    changes: false,
    isInward: () => true,
    run(input) {
      const { organisation, kind } = input
      const administrator = actor(desk, input, 'Directory Sync')
      const given = withCreator(input.configuration, administrator)
      const configuration = configured(desk, organisation, kind, given)
      return { kind, ...shownConfiguration(desk, { ...configuration, kind, organisation }) }
    },
  })
}
