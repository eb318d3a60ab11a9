import { VerbError } from '@scimulator/shared/behaviour'
import type { ActContext } from '../directory/context.ts'
import type { UserStateSchedule } from '../directory/organization.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'

/** Plans a state change. `due` is in milliseconds since the epoch and must lie ahead. */
export function scheduleState(
  userIds: readonly string[],
  state: UserStateSchedule['state'],
  due: number,
  { now, ids }: ActContext,
): Extract<DirectoryEvent, { kind: 'schedule-created' }> {
  if (due <= now) {
    throw new VerbError('invalid', `A state change is planned for a date ahead; ${new Date(due).toISOString()} is past`)
  }
  return { kind: 'schedule-created', schedule: { id: ids.objectId('schedule'), userIds, state, due } }
}
