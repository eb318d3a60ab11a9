import { z } from 'zod'
import { caseSensitiveUserName } from './case-sensitive-user-name.ts'
import { charsetRefused } from './charset-refused.ts'
import { conflictAnswers500 } from './conflict-answers-500.ts'
import { conflictWithoutScimType } from './conflict-without-scim-type.ts'
import { createdInactiveIsActive } from './created-inactive-is-active.ts'
import { deleteNotSupported } from './delete-not-supported.ts'
import { deletedStillThere } from './deleted-still-there.ts'
import { disableDeletes } from './disable-deletes.ts'
import { discoveryMissing } from './discovery-missing.ts'
import { dottedKeysIgnored } from './dotted-keys-ignored.ts'
import { doubleSlashRefused } from './double-slash-refused.ts'
import { errorWithoutBody } from './error-without-body.ts'
import { externalIdNotEchoed } from './external-id-not-echoed.ts'
import { externalIdNotFilterable } from './external-id-not-filterable.ts'
import { filterAnswers404 } from './filter-answers-404.ts'
import { filteredAddRefused } from './filtered-add-refused.ts'
import { firstPageOnly } from './first-page-only.ts'
import { groupRenameNotDone } from './group-rename-not-done.ts'
import { inactiveUsersHidden } from './inactive-users-hidden.ts'
import { integerIds } from './integer-ids.ts'
import { managerAsString } from './manager-as-string.ts'
import { managerNotWritten } from './manager-not-written.ts'
import { memberAddReplaces } from './member-add-replaces.ts'
import { memberRemoveEmptiesGroup } from './member-remove-empties-group.ts'
import { membersDespiteExcluded } from './members-despite-excluded.ts'
import { noSoftDelete } from './no-soft-delete.ts'
import { patchWithoutPathIgnored } from './patch-without-path-ignored.ts'
import { putRequiresAll } from './put-requires-all.ts'
import { slow } from './slow.ts'
import { stringBooleansRefused } from './string-booleans-refused.ts'
import { stringFalseIsTrue } from './string-false-is-true.ts'
import { unknownFilterReturnsAll } from './unknown-filter-returns-all.ts'
import { userAgentRequired } from './user-agent-required.ts'
import { userNameFixed } from './user-name-fixed.ts'
import { wrongItemsPerPage } from './wrong-items-per-page.ts'

/** Every deviation, in the order in which pages and messages list them. */
export const DEVIATIONS = [
  noSoftDelete,
  deleteNotSupported,
  filterAnswers404,
  caseSensitiveUserName,
  wrongItemsPerPage,
  stringBooleansRefused,
  stringFalseIsTrue,
  memberRemoveEmptiesGroup,
  memberAddReplaces,
  inactiveUsersHidden,
  membersDespiteExcluded,
  putRequiresAll,
  conflictWithoutScimType,
  conflictAnswers500,
  unknownFilterReturnsAll,
  externalIdNotEchoed,
  externalIdNotFilterable,
  charsetRefused,
  firstPageOnly,
  patchWithoutPathIgnored,
  filteredAddRefused,
  managerAsString,
  discoveryMissing,
  errorWithoutBody,
  userAgentRequired,
  integerIds,
  doubleSlashRefused,
  slow,
  dottedKeysIgnored,
  userNameFixed,
  managerNotWritten,
  groupRenameNotDone,
  createdInactiveIsActive,
  deletedStillThere,
  disableDeletes,
] as const

/** What a receiver can do wrong, by name. */
export const DeviationName = z.enum(DEVIATIONS.map(({ name }) => name))
export type DeviationName = (typeof DEVIATIONS)[number]['name']
