import { defineVerb } from '@scimulator/shared/behaviour'
import { Acting, actor } from '../admin/acting.ts'
import type { Desk } from '../admin/desk.ts'
import { ConfigurationInput, configured, withCreator } from '../sync-source/configuration-input.ts'
import { shownConfiguration } from '../sync-source/shown-configuration.ts'
import { SyncSourceKind } from '../sync-source/sync-source.ts'

export const PreviewInput = Acting.extend({
  kind: SyncSourceKind,
  configuration: ConfigurationInput.default({}),
})

/** Lark A14: the wizard's last page, before anything is saved. */
export function previewSyncSource(desk: Desk) {
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
