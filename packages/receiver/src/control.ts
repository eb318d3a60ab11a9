import { byName, type Control } from '@scimulator/shared/behaviour'
import type { Desk } from './admin/desk.ts'
import { activateSyncSource } from './verbs/activate-sync-source.ts'
import { addAdministrator } from './verbs/add-administrator.ts'
import { addDepartment } from './verbs/add-department.ts'
import { addJobTitle } from './verbs/add-job-title.ts'
import { addMember } from './verbs/add-member.ts'
import { addSyncSource } from './verbs/add-sync-source.ts'
import { addUserGroup } from './verbs/add-user-group.ts'
import { createPersonalToken } from './verbs/create-personal-token.ts'
import { deactivateSyncSource } from './verbs/deactivate-sync-source.ts'
import { deleteMemberByHand } from './verbs/delete-member.ts'
import { deleteSyncSource } from './verbs/delete-sync-source.ts'
import { deleteUserGroupByHand } from './verbs/delete-user-group.ts'
import { dismissNotice } from './verbs/dismiss-notice.ts'
import { editMember } from './verbs/edit-member.ts'
import { editSyncSource } from './verbs/edit-sync-source.ts'
import { expireToken } from './verbs/expire-token.ts'
import { previewSyncSource } from './verbs/preview-sync-source.ts'
import { purgeDeletedMember } from './verbs/purge-deleted-member.ts'
import { refreshToken } from './verbs/refresh-token.ts'
import { renameUserGroup } from './verbs/rename-user-group.ts'
import { setDeviations } from './verbs/set-deviations.ts'
import { adminLog } from './views/admin-log.ts'
import { administrators } from './views/administrators.ts'
import { deletedMembers } from './views/deleted-members.ts'
import { departments } from './views/departments.ts'
import { fields } from './views/fields.ts'
import { jobTitles } from './views/job-titles.ts'
import { members } from './views/members.ts'
import { notices } from './views/notices.ts'
import { outbox } from './views/outbox.ts'
import { syncLog } from './views/sync-log.ts'
import { syncSources } from './views/sync-sources.ts'
import { userGroups } from './views/user-groups.ts'

const VERBS = [
  addSyncSource,
  previewSyncSource,
  editSyncSource,
  refreshToken,
  expireToken,
  activateSyncSource,
  deactivateSyncSource,
  deleteSyncSource,
  addMember,
  editMember,
  deleteMemberByHand,
  purgeDeletedMember,
  addDepartment,
  addJobTitle,
  addUserGroup,
  renameUserGroup,
  deleteUserGroupByHand,
  addAdministrator,
  createPersonalToken,
  dismissNotice,
  setDeviations,
]

const VIEWS = [
  members,
  deletedMembers,
  departments,
  jobTitles,
  userGroups,
  fields,
  syncSources,
  syncLog,
  adminLog,
  outbox,
  notices,
  administrators,
]

/** Everything that administrators do and see, as verbs and views under the name `lark`. */
export function larkControl(desk: Desk, reset: () => void): Control {
  return {
    name: 'lark',
    verbs: byName(VERBS.map((make) => make(desk)).map((verb) => ({ ...verb, run: released(desk, verb.run) }))),
    views: byName(VIEWS.map((make) => make(desk)).map((view) => ({ ...view, read: released(desk, view.read) }))),
    // Nothing of the receiver goes on by itself; whatever depends on time is worked out when somebody looks.
    async idle() {},
    snapshot: desk.ledger.snapshot,
    restore: desk.ledger.restore,
    reset,
  }
}

/** An answer is released once everything that it saw is durable. */
function released<Input, Result>({ ledger }: Desk, answer: (input: Input) => Promise<Result>) {
  return async (input: Input): Promise<Result> => {
    const result = await answer(input)
    await ledger.store.durable()
    return result
  }
}
