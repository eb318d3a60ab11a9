import { defineVerb } from '@scimulator/shared/behaviour'
import type { Desk } from '../admin/desk.ts'
import { switchSource } from '../sync-source/switch-source.ts'
import { SourceInput } from './source-input.ts'

/** Lark A16. */
export function deactivateSyncSource(desk: Desk) {
  return defineVerb({
    name: 'deactivate-sync-source',
    describes: 'Deactivates a sync source; an inactive one refuses connection tests and sync requests.',
    input: SourceInput,
    run: (input) => switchSource(desk, input, 'inactive'),
  })
}
