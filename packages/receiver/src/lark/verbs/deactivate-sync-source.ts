import { defineVerb } from '@scimulator/shared/behaviour'
import type { Desk } from '../acts/desk.ts'
import { SourceInput } from '../acts/source-input.ts'
import { switchSource } from '../acts/switch-source.ts'

/** Lark A16. */
export function deactivateSyncSourceVerb(desk: Desk) {
  return defineVerb({
    name: 'deactivate-sync-source',
    describes: 'Deactivates a sync source; an inactive one refuses connection tests and sync requests.',
    input: SourceInput,
    run: (input) => switchSource(desk, input, 'inactive'),
  })
}
