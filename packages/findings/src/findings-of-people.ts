// What is asked of the endpoint at all, and of people: made, found, written, disabled, deleted.
import type { Finding } from './finding.ts'
import { activeAsText } from './findings/active-as-text.ts'
import { activeNotShown } from './findings/active-not-shown.ts'
import { addToExistingRefused } from './findings/add-to-existing-refused.ts'
import { answerNotCalledJson } from './findings/answer-not-called-json.ts'
import { answerNotCurrent } from './findings/answer-not-current.ts'
import { answersNoJson } from './findings/answers-no-json.ts'
import { brokenFilterAnswers500 } from './findings/broken-filter-answers-500.ts'
import { capitalOperations } from './findings/capital-operations.ts'
import { caseSensitiveUserName } from './findings/case-sensitive-user-name.ts'
import { certificateNotTrusted } from './findings/certificate-not-trusted.ts'
import { changesOthers } from './findings/changes-others.ts'
import { clientChoosesId } from './findings/client-chooses-id.ts'
import { concurrentConflict500 } from './findings/concurrent-conflict-500.ts'
import { concurrentDuplicates } from './findings/concurrent-duplicates.ts'
import { conflictAnswers500 } from './findings/conflict-answers-500.ts'
import { conflictNot409 } from './findings/conflict-not-409.ts'
import { conflictWithoutScimType } from './findings/conflict-without-scim-type.ts'
import { createAnswers200 } from './findings/create-answers-200.ts'
import { createNotTold } from './findings/create-not-told.ts'
import { createTakesOver } from './findings/create-takes-over.ts'
import { createdNotReadable } from './findings/created-not-readable.ts'
import { createdTimeWrong } from './findings/created-time-wrong.ts'
import { deactivationDropsMemberships } from './findings/deactivation-drops-memberships.ts'
import { deleteNotSupported } from './findings/delete-not-supported.ts'
import { deleteOnlyDisables } from './findings/delete-only-disables.ts'
import { deletedExternalIdTaken } from './findings/deleted-external-id-taken.ts'
import { deletedNameTaken } from './findings/deleted-name-taken.ts'
import { deletedStaysMember } from './findings/deleted-stays-member.ts'
import { deletedStillThere } from './findings/deleted-still-there.ts'
import { disableDeletes } from './findings/disable-deletes.ts'
import { disableRefused } from './findings/disable-refused.ts'
import { dottedKeysIgnored } from './findings/dotted-keys-ignored.ts'
import { dottedPathNotDone } from './findings/dotted-path-not-done.ts'
import { duplicatesByCase } from './findings/duplicates-by-case.ts'
import { duplicatesCreated } from './findings/duplicates-created.ts'
import { emailChangeIgnored } from './findings/email-change-ignored.ts'
import { emailChangeRenames } from './findings/email-change-renames.ts'
import { errorWithoutBody } from './findings/error-without-body.ts'
import { extensionPathNotDone } from './findings/extension-path-not-done.ts'
import { externalIdFixed } from './findings/external-id-fixed.ts'
import { externalIdNotEchoed } from './findings/external-id-not-echoed.ts'
import { externalIdNotFilterable } from './findings/external-id-not-filterable.ts'
import { filterAnswers404 } from './findings/filter-answers-404.ts'
import { filterFindsNobody } from './findings/filter-finds-nobody.ts'
import { filterIgnored } from './findings/filter-ignored.ts'
import { filterMatchesPart } from './findings/filter-matches-part.ts'
import { filterRefused } from './findings/filter-refused.ts'
import { filteredAddIgnored } from './findings/filtered-add-ignored.ts'
import { filteredAddRefused } from './findings/filtered-add-refused.ts'
import { filteredAddReplaces } from './findings/filtered-add-replaces.ts'
import { filteredRemoveTakesOthers } from './findings/filtered-remove-takes-others.ts'
import { filteredReplaceHitsAll } from './findings/filtered-replace-hits-all.ts'
import { filteredReplaceNotDone } from './findings/filtered-replace-not-done.ts'
import { filteredReplaceWipesOthers } from './findings/filtered-replace-wipes-others.ts'
import { groupPatchWithoutPath } from './findings/group-patch-without-path.ts'
import { groupWrongTypes } from './findings/group-wrong-types.ts'
import { groupsMissing } from './findings/groups-missing.ts'
import { idChanges } from './findings/id-changes.ts'
import { ifMatchRequired } from './findings/if-match-required.ts'
import { inactiveNotUpdated } from './findings/inactive-not-updated.ts'
import { inactiveUsersHidden } from './findings/inactive-users-hidden.ts'
import { integerIds } from './findings/integer-ids.ts'
import { leaversKeepAccess } from './findings/leavers-keep-access.ts'
import { lookUpKeepsOldName } from './findings/look-up-keeps-old-name.ts'
import { lookUpNotCurrent } from './findings/look-up-not-current.ts'
import { lookUpShowsLess } from './findings/look-up-shows-less.ts'
import { lowerCaseFalseNotRead } from './findings/lower-case-false-not-read.ts'
import { managerAsString } from './findings/manager-as-string.ts'
import { managerNotWritten } from './findings/manager-not-written.ts'
import { managerTextRefused } from './findings/manager-text-refused.ts'
import { noSoftDelete } from './findings/no-soft-delete.ts'
import { nobodyCanBeCreated } from './findings/nobody-can-be-created.ts'
import { onlyOneOperation } from './findings/only-one-operation.ts'
import { ordinaryPersonRefused } from './findings/ordinary-person-refused.ts'
import { ownNameRefused } from './findings/own-name-refused.ts'
import { passwordReturned } from './findings/password-returned.ts'
import { patchByHalf } from './findings/patch-by-half.ts'
import { patchNotSupported } from './findings/patch-not-supported.ts'
import { patchWipesOthers } from './findings/patch-wipes-others.ts'
import { patchWithoutPathIgnored } from './findings/patch-without-path-ignored.ts'
import { patchWithoutPathRefused } from './findings/patch-without-path-refused.ts'
import { plusNotDecoded } from './findings/plus-not-decoded.ts'
import { putActiveIgnored } from './findings/put-active-ignored.ts'
import { putAsReadRefused } from './findings/put-as-read-refused.ts'
import { putMerges } from './findings/put-merges.ts'
import { putNotDone } from './findings/put-not-done.ts'
import { putNotSupported } from './findings/put-not-supported.ts'
import { putRequiresAll } from './findings/put-requires-all.ts'
import { putReturnRefused } from './findings/put-return-refused.ts'
import { reactivatedByUpdate } from './findings/reactivated-by-update.ts'
import { redirected } from './findings/redirected.ts'
import { refusedCreateWrites } from './findings/refused-create-writes.ts'
import { removeNotDone } from './findings/remove-not-done.ts'
import { renameConflict500 } from './findings/rename-conflict-500.ts'
import { renameTakesName } from './findings/rename-takes-name.ts'
import { returnLiftsBlock } from './findings/return-lifts-block.ts'
import { returnLosesAttributes } from './findings/return-loses-attributes.ts'
import { returnRefused } from './findings/return-refused.ts'
import { returnStaysOut } from './findings/return-stays-out.ts'
import { returnedNotAsSent } from './findings/returned-not-as-sent.ts'
import { schemasMissing } from './findings/schemas-missing.ts'
import { secondDeleteFails } from './findings/second-delete-fails.ts'
import { serverErrorAtFirst } from './findings/server-error-at-first.ts'
import { severalRolesRefused } from './findings/several-roles-refused.ts'
import { slow } from './findings/slow.ts'
import { specialCharactersNotFound } from './findings/special-characters-not-found.ts'
import { stopsAnswering } from './findings/stops-answering.ts'
import { stringBooleansRefused } from './findings/string-booleans-refused.ts'
import { stringFalseIsTrue } from './findings/string-false-is-true.ts'
import { stringTrueIsFalse } from './findings/string-true-is-false.ts'
import { timeNotIso } from './findings/time-not-iso.ts'
import { totalResultsWrong } from './findings/total-results-wrong.ts'
import { twoPrimaries } from './findings/two-primaries.ts'
import { unauthorised } from './findings/unauthorised.ts'
import { unchangedRefused } from './findings/unchanged-refused.ts'
import { unknownFilterReturnsAll } from './findings/unknown-filter-returns-all.ts'
import { unknownIdNot404 } from './findings/unknown-id-not-404.ts'
import { unreachable } from './findings/unreachable.ts'
import { updateDropsMemberships } from './findings/update-drops-memberships.ts'
import { updateNotDone } from './findings/update-not-done.ts'
import { urnKeysIgnored } from './findings/urn-keys-ignored.ts'
import { userNameFixed } from './findings/user-name-fixed.ts'
import { userNameLost } from './findings/user-name-lost.ts'
import { wrongPath } from './findings/wrong-path.ts'
import { wrongTypes } from './findings/wrong-types.ts'

export const OF_PEOPLE: readonly Finding[] = [
  unreachable,
  certificateNotTrusted,
  slow,
  redirected,
  unauthorised,
  wrongPath,
  answersNoJson,
  serverErrorAtFirst,
  stopsAnswering,
  groupsMissing,
  changesOthers,
  nobodyCanBeCreated,
  ordinaryPersonRefused,
  createAnswers200,
  integerIds,
  createdTimeWrong,
  createNotTold,
  createdNotReadable,
  userNameLost,
  externalIdNotEchoed,
  activeAsText,
  activeNotShown,
  schemasMissing,
  wrongTypes,
  timeNotIso,
  groupWrongTypes,
  answerNotCalledJson,
  clientChoosesId,
  passwordReturned,
  createTakesOver,
  duplicatesCreated,
  conflictAnswers500,
  conflictNot409,
  conflictWithoutScimType,
  errorWithoutBody,
  refusedCreateWrites,
  concurrentDuplicates,
  concurrentConflict500,
  renameTakesName,
  renameConflict500,
  duplicatesByCase,
  ownNameRefused,
  filterRefused,
  filterFindsNobody,
  filterIgnored,
  filterMatchesPart,
  totalResultsWrong,
  lookUpShowsLess,
  plusNotDecoded,
  caseSensitiveUserName,
  filterAnswers404,
  externalIdNotFilterable,
  externalIdFixed,
  unknownFilterReturnsAll,
  brokenFilterAnswers500,
  specialCharactersNotFound,
  disableRefused,
  disableDeletes,
  noSoftDelete,
  returnLiftsBlock,
  returnStaysOut,
  leaversKeepAccess,
  returnRefused,
  returnLosesAttributes,
  inactiveNotUpdated,
  reactivatedByUpdate,
  updateDropsMemberships,
  deactivationDropsMemberships,
  inactiveUsersHidden,
  lookUpNotCurrent,
  stringBooleansRefused,
  stringFalseIsTrue,
  stringTrueIsFalse,
  lowerCaseFalseNotRead,
  ifMatchRequired,
  patchNotSupported,
  updateNotDone,
  answerNotCurrent,
  patchWipesOthers,
  capitalOperations,
  addToExistingRefused,
  onlyOneOperation,
  dottedPathNotDone,
  extensionPathNotDone,
  patchWithoutPathIgnored,
  patchWithoutPathRefused,
  groupPatchWithoutPath,
  dottedKeysIgnored,
  urnKeysIgnored,
  userNameFixed,
  lookUpKeepsOldName,
  removeNotDone,
  filteredRemoveTakesOthers,
  patchByHalf,
  unchangedRefused,
  idChanges,
  filteredReplaceNotDone,
  emailChangeIgnored,
  emailChangeRenames,
  filteredReplaceHitsAll,
  filteredReplaceWipesOthers,
  filteredAddRefused,
  filteredAddIgnored,
  filteredAddReplaces,
  twoPrimaries,
  severalRolesRefused,
  managerTextRefused,
  managerAsString,
  managerNotWritten,
  putNotSupported,
  putNotDone,
  putActiveIgnored,
  putReturnRefused,
  putMerges,
  putRequiresAll,
  putAsReadRefused,
  deleteNotSupported,
  deleteOnlyDisables,
  deletedStillThere,
  secondDeleteFails,
  deletedNameTaken,
  returnedNotAsSent,
  deletedExternalIdTaken,
  deletedStaysMember,
  unknownIdNot404,
]
