// Groups and their members, and what holds for all requests alike.
import type { Finding } from './finding.ts'
import { absentMemberRemoveRefused } from './findings/absent-member-remove-refused.ts'
import { acceptJsonRefused } from './findings/accept-json-refused.ts'
import { advertisedAttributeDropped } from './findings/advertised-attribute-dropped.ts'
import { bulkNotDone } from './findings/bulk-not-done.ts'
import { caseSensitiveGroupName } from './findings/case-sensitive-group-name.ts'
import { charsetRefused } from './findings/charset-refused.ts'
import { concurrentChangesLost } from './findings/concurrent-changes-lost.ts'
import { concurrentMembersLost } from './findings/concurrent-members-lost.ts'
import { countIgnored } from './findings/count-ignored.ts'
import { countryCodeRequired } from './findings/country-code-required.ts'
import { createdInactiveIsActive } from './findings/created-inactive-is-active.ts'
import { cursorNotDone } from './findings/cursor-not-done.ts'
import { discoveryMissing } from './findings/discovery-missing.ts'
import { discoveryUnreadable } from './findings/discovery-unreadable.ts'
import { displayNameRequired } from './findings/display-name-required.ts'
import { displayNameUnique } from './findings/display-name-unique.ts'
import { doubleSlashRefused } from './findings/double-slash-refused.ts'
import { duplicateMembers } from './findings/duplicate-members.ts'
import { emailMustBeUserName } from './findings/email-must-be-user-name.ts'
import { emailRequired } from './findings/email-required.ts'
import { emptyGroupsRefused } from './findings/empty-groups-refused.ts'
import { emptyMemberListRefused } from './findings/empty-member-list-refused.ts'
import { entraPersonRefused } from './findings/entra-person-refused.ts'
import { externalIdRequired } from './findings/external-id-required.ts'
import { failsNowAndThen } from './findings/fails-now-and-then.ts'
import { firstPageOnly } from './findings/first-page-only.ts'
import { groupDeleteNotSupported } from './findings/group-delete-not-supported.ts'
import { groupDeleteRemovesPeople } from './findings/group-delete-removes-people.ts'
import { groupFilterIgnored } from './findings/group-filter-ignored.ts'
import { groupNotFound } from './findings/group-not-found.ts'
import { groupPatchNotSupported } from './findings/group-patch-not-supported.ts'
import { groupPutNotDone } from './findings/group-put-not-done.ts'
import { groupPutRefused } from './findings/group-put-refused.ts'
import { groupRenameNotDone } from './findings/group-rename-not-done.ts'
import { groupsRefused } from './findings/groups-refused.ts'
import { jumpcloudPersonRefused } from './findings/jumpcloud-person-refused.ts'
import { largeGroupCut } from './findings/large-group-cut.ts'
import { largeGroupRefused } from './findings/large-group-refused.ts'
import { leadingZerosLost } from './findings/leading-zeros-lost.ts'
import { listWithoutEnvelope } from './findings/list-without-envelope.ts'
import { longTextCut } from './findings/long-text-cut.ts'
import { lowerCaseCodesNotRead } from './findings/lower-case-codes-not-read.ts'
import { memberAddNotDone } from './findings/member-add-not-done.ts'
import { memberAddReplaces } from './findings/member-add-replaces.ts'
import { memberFilterRemoveEmptiesGroup } from './findings/member-filter-remove-empties-group.ts'
import { memberFilterRemoveNotDone } from './findings/member-filter-remove-not-done.ts'
import { memberRefNullRefused } from './findings/member-ref-null-refused.ts'
import { memberRemoveEmptiesGroup } from './findings/member-remove-empties-group.ts'
import { memberRemoveIgnored } from './findings/member-remove-ignored.ts'
import { memberRemoveRefused } from './findings/member-remove-refused.ts'
import { memberReplaceNotDone } from './findings/member-replace-not-done.ts'
import { membersDespiteExcluded } from './findings/members-despite-excluded.ts'
import { membersInPostIgnored } from './findings/members-in-post-ignored.ts'
import { membersNotShown } from './findings/members-not-shown.ts'
import { missingValueUnique } from './findings/missing-value-unique.ts'
import { nameRequired } from './findings/name-required.ts'
import { nestedGroupsNotKept } from './findings/nested-groups-not-kept.ts'
import { oktaPersonRefused } from './findings/okta-person-refused.ts'
import { oneGroupOnly } from './findings/one-group-only.ts'
import { onlyOneMemberAdded } from './findings/only-one-member-added.ts'
import { onlyOneMemberRemoved } from './findings/only-one-member-removed.ts'
import { otherFormRefused } from './findings/other-form-refused.ts'
import { phoneFormatRequired } from './findings/phone-format-required.ts'
import { phoneUnique } from './findings/phone-unique.ts'
import { plainJsonRefused } from './findings/plain-json-refused.ts'
import { renameEmptiesGroup } from './findings/rename-empties-group.ts'
import { renameNeedsEmail } from './findings/rename-needs-email.ts'
import { repeatedMemberAddRefused } from './findings/repeated-member-add-refused.ts'
import { scimJsonRefused } from './findings/scim-json-refused.ts'
import { secondGroupRefused } from './findings/second-group-refused.ts'
import { sortNotDone } from './findings/sort-not-done.ts'
import { staleEtagAccepted } from './findings/stale-etag-accepted.ts'
import { startIndexZero } from './findings/start-index-zero.ts'
import { textChanged } from './findings/text-changed.ts'
import { tokenNotChecked } from './findings/token-not-checked.ts'
import { unknownSchemaRefused } from './findings/unknown-schema-refused.ts'
import { unsteadyPages } from './findings/unsteady-pages.ts'
import { userAgentRequired } from './findings/user-agent-required.ts'
import { userNameMustBeEmail } from './findings/user-name-must-be-email.ts'
import { wrongItemsPerPage } from './findings/wrong-items-per-page.ts'
import { wrongTokenNot401 } from './findings/wrong-token-not-401.ts'

export const OF_GROUPS: readonly Finding[] = [
  groupsRefused,
  emptyGroupsRefused,
  emptyMemberListRefused,
  unknownSchemaRefused,
  groupNotFound,
  caseSensitiveGroupName,
  groupFilterIgnored,
  membersDespiteExcluded,
  membersNotShown,
  membersInPostIgnored,
  groupRenameNotDone,
  groupPutNotDone,
  groupPutRefused,
  renameEmptiesGroup,
  groupDeleteNotSupported,
  groupDeleteRemovesPeople,
  groupPatchNotSupported,
  memberAddNotDone,
  memberAddReplaces,
  oneGroupOnly,
  secondGroupRefused,
  onlyOneMemberAdded,
  repeatedMemberAddRefused,
  duplicateMembers,
  memberRemoveEmptiesGroup,
  memberRemoveRefused,
  memberRemoveIgnored,
  onlyOneMemberRemoved,
  memberFilterRemoveNotDone,
  memberFilterRemoveEmptiesGroup,
  memberReplaceNotDone,
  absentMemberRemoveRefused,
  memberRefNullRefused,
  largeGroupCut,
  largeGroupRefused,
  nestedGroupsNotKept,
  concurrentMembersLost,
  concurrentChangesLost,
  scimJsonRefused,
  charsetRefused,
  plainJsonRefused,
  acceptJsonRefused,
  tokenNotChecked,
  wrongTokenNot401,
  userAgentRequired,
  doubleSlashRefused,
  listWithoutEnvelope,
  wrongItemsPerPage,
  countIgnored,
  unsteadyPages,
  firstPageOnly,
  startIndexZero,
  emailRequired,
  nameRequired,
  displayNameRequired,
  externalIdRequired,
  missingValueUnique,
  userNameMustBeEmail,
  renameNeedsEmail,
  emailMustBeUserName,
  displayNameUnique,
  phoneUnique,
  countryCodeRequired,
  phoneFormatRequired,
  createdInactiveIsActive,
  textChanged,
  longTextCut,
  leadingZerosLost,
  entraPersonRefused,
  jumpcloudPersonRefused,
  oktaPersonRefused,
  discoveryMissing,
  advertisedAttributeDropped,
  discoveryUnreadable,
  staleEtagAccepted,
  sortNotDone,
  bulkNotDone,
  cursorNotDone,
  lowerCaseCodesNotRead,
  otherFormRefused,
  failsNowAndThen,
]
