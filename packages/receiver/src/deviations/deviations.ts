import { z } from 'zod'
import { absentMemberRemoveRefused } from './absent-member-remove-refused.ts'
import { activeAsText } from './active-as-text.ts'
import { activeNotShown } from './active-not-shown.ts'
import { answerNotCurrent } from './answer-not-current.ts'
import { capitalOperations } from './capital-operations.ts'
import { caseSensitiveUserName } from './case-sensitive-user-name.ts'
import { charsetRefused } from './charset-refused.ts'
import { concurrentConflict500 } from './concurrent-conflict-500.ts'
import { concurrentMembersLost } from './concurrent-members-lost.ts'
import { conflictAnswers500 } from './conflict-answers-500.ts'
import { conflictNot409 } from './conflict-not-409.ts'
import { conflictWithoutScimType } from './conflict-without-scim-type.ts'
import { createAnswers200 } from './create-answers-200.ts'
import { createTakesOver } from './create-takes-over.ts'
import { createdInactiveIsActive } from './created-inactive-is-active.ts'
import { deactivationDropsMemberships } from './deactivation-drops-memberships.ts'
import { deleteNotSupported } from './delete-not-supported.ts'
import { deletedExternalIdTaken } from './deleted-external-id-taken.ts'
import { deletedNameTaken } from './deleted-name-taken.ts'
import { deletedStillThere } from './deleted-still-there.ts'
import { disableDeletes } from './disable-deletes.ts'
import { discoveryMissing } from './discovery-missing.ts'
import { dottedKeysIgnored } from './dotted-keys-ignored.ts'
import { doubleSlashRefused } from './double-slash-refused.ts'
import { duplicatesCreated } from './duplicates-created.ts'
import { emailChangeIgnored } from './email-change-ignored.ts'
import { emailRequired } from './email-required.ts'
import { errorWithoutBody } from './error-without-body.ts'
import { externalIdNotEchoed } from './external-id-not-echoed.ts'
import { externalIdNotFilterable } from './external-id-not-filterable.ts'
import { externalIdRequired } from './external-id-required.ts'
import { filterAnswers404 } from './filter-answers-404.ts'
import { filterMatchesPart } from './filter-matches-part.ts'
import { filteredAddIgnored } from './filtered-add-ignored.ts'
import { filteredAddRefused } from './filtered-add-refused.ts'
import { filteredAddReplaces } from './filtered-add-replaces.ts'
import { filteredReplaceNotDone } from './filtered-replace-not-done.ts'
import { firstPageOnly } from './first-page-only.ts'
import { groupDeleteRemovesPeople } from './group-delete-removes-people.ts'
import { groupFilterIgnored } from './group-filter-ignored.ts'
import { groupRenameNotDone } from './group-rename-not-done.ts'
import { groupWrongTypes } from './group-wrong-types.ts'
import { groupsMissing } from './groups-missing.ts'
import { inactiveUsersHidden } from './inactive-users-hidden.ts'
import { integerIds } from './integer-ids.ts'
import { largeGroupCut } from './large-group-cut.ts'
import { lookUpKeepsOldName } from './look-up-keeps-old-name.ts'
import { managerAsString } from './manager-as-string.ts'
import { managerNotWritten } from './manager-not-written.ts'
import { managerTextRefused } from './manager-text-refused.ts'
import { memberAddReplaces } from './member-add-replaces.ts'
import { memberFilterRemoveEmptiesGroup } from './member-filter-remove-empties-group.ts'
import { memberFilterRemoveNotDone } from './member-filter-remove-not-done.ts'
import { memberRemoveEmptiesGroup } from './member-remove-empties-group.ts'
import { membersDespiteExcluded } from './members-despite-excluded.ts'
import { membersInPostIgnored } from './members-in-post-ignored.ts'
import { noSoftDelete } from './no-soft-delete.ts'
import { oneGroupOnly } from './one-group-only.ts'
import { onlyOneMemberAdded } from './only-one-member-added.ts'
import { onlyOneMemberRemoved } from './only-one-member-removed.ts'
import { onlyOneOperation } from './only-one-operation.ts'
import { patchNotSupported } from './patch-not-supported.ts'
import { patchWipesOthers } from './patch-wipes-others.ts'
import { patchWithoutPathIgnored } from './patch-without-path-ignored.ts'
import { plainJsonRefused } from './plain-json-refused.ts'
import { putActiveIgnored } from './put-active-ignored.ts'
import { putNotSupported } from './put-not-supported.ts'
import { putRequiresAll } from './put-requires-all.ts'
import { reactivatedByUpdate } from './reactivated-by-update.ts'
import { removeNotDone } from './remove-not-done.ts'
import { renameEmptiesGroup } from './rename-empties-group.ts'
import { renameNeedsEmail } from './rename-needs-email.ts'
import { repeatedMemberAddRefused } from './repeated-member-add-refused.ts'
import { returnRefused } from './return-refused.ts'
import { schemasMissing } from './schemas-missing.ts'
import { slow } from './slow.ts'
import { specialCharactersNotFound } from './special-characters-not-found.ts'
import { stringBooleansRefused } from './string-booleans-refused.ts'
import { stringFalseIsTrue } from './string-false-is-true.ts'
import { textChanged } from './text-changed.ts'
import { tokenNotChecked } from './token-not-checked.ts'
import { totalResultsWrong } from './total-results-wrong.ts'
import { unchangedRefused } from './unchanged-refused.ts'
import { unknownFilterReturnsAll } from './unknown-filter-returns-all.ts'
import { unknownIdNot404 } from './unknown-id-not-404.ts'
import { urnKeysIgnored } from './urn-keys-ignored.ts'
import { userAgentRequired } from './user-agent-required.ts'
import { userNameFixed } from './user-name-fixed.ts'
import { wrongItemsPerPage } from './wrong-items-per-page.ts'
import { wrongTokenNot401 } from './wrong-token-not-401.ts'

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
  patchWipesOthers,
  filteredAddReplaces,
  onlyOneOperation,
  filteredAddIgnored,
  removeNotDone,
  urnKeysIgnored,
  putActiveIgnored,
  returnRefused,
  duplicatesCreated,
  createTakesOver,
  deletedNameTaken,
  renameEmptiesGroup,
  groupFilterIgnored,
  memberFilterRemoveNotDone,
  memberFilterRemoveEmptiesGroup,
  repeatedMemberAddRefused,
  onlyOneMemberAdded,
  membersInPostIgnored,
  absentMemberRemoveRefused,
  groupDeleteRemovesPeople,
  capitalOperations,
  filteredReplaceNotDone,
  specialCharactersNotFound,
  groupsMissing,
  activeAsText,
  textChanged,
  patchNotSupported,
  putNotSupported,
  totalResultsWrong,
  emailRequired,
  managerTextRefused,
  concurrentMembersLost,
  reactivatedByUpdate,
  deactivationDropsMemberships,
  emailChangeIgnored,
  largeGroupCut,
  activeNotShown,
  groupWrongTypes,
  deletedExternalIdTaken,
  filterMatchesPart,
  lookUpKeepsOldName,
  onlyOneMemberRemoved,
  wrongTokenNot401,
  concurrentConflict500,
  unchangedRefused,
  answerNotCurrent,
  oneGroupOnly,
  renameNeedsEmail,
  createAnswers200,
  conflictNot409,
  schemasMissing,
  unknownIdNot404,
  tokenNotChecked,
  plainJsonRefused,
  externalIdRequired,
] as const

/** What a receiver can do wrong, by name. */
export const DeviationName = z.enum(DEVIATIONS.map(({ name }) => name))
export type DeviationName = (typeof DEVIATIONS)[number]['name']
