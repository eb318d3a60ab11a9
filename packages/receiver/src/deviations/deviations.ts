import { caseSensitiveUserName } from './case-sensitive-user-name.ts'
import { charsetRefused } from './charset-refused.ts'
import { conflictAnswers500 } from './conflict-answers-500.ts'
import { conflictWithoutScimType } from './conflict-without-scim-type.ts'
import { deleteNotSupported } from './delete-not-supported.ts'
import type { Deviation } from './deviation.ts'
import type { DeviationName } from './deviation-names.ts'
import { discoveryMissing } from './discovery-missing.ts'
import { doubleSlashRefused } from './double-slash-refused.ts'
import { errorWithoutBody } from './error-without-body.ts'
import { externalIdNotEchoed } from './external-id-not-echoed.ts'
import { externalIdNotFilterable } from './external-id-not-filterable.ts'
import { filterAnswers404 } from './filter-answers-404.ts'
import { filteredAddRefused } from './filtered-add-refused.ts'
import { firstPageOnly } from './first-page-only.ts'
import { inactiveUsersHidden } from './inactive-users-hidden.ts'
import { integerIds } from './integer-ids.ts'
import { managerAsString } from './manager-as-string.ts'
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
import { wrongItemsPerPage } from './wrong-items-per-page.ts'

/** Every deviation by its name. */
export const DEVIATIONS: Readonly<Record<DeviationName, Deviation>> = {
  'no-soft-delete': noSoftDelete,
  'delete-not-supported': deleteNotSupported,
  'filter-answers-404': filterAnswers404,
  'case-sensitive-user-name': caseSensitiveUserName,
  'wrong-items-per-page': wrongItemsPerPage,
  'string-booleans-refused': stringBooleansRefused,
  'string-false-is-true': stringFalseIsTrue,
  'member-remove-empties-group': memberRemoveEmptiesGroup,
  'member-add-replaces': memberAddReplaces,
  'inactive-users-hidden': inactiveUsersHidden,
  'members-despite-excluded': membersDespiteExcluded,
  'put-requires-all': putRequiresAll,
  'conflict-without-scim-type': conflictWithoutScimType,
  'conflict-answers-500': conflictAnswers500,
  'unknown-filter-returns-all': unknownFilterReturnsAll,
  'external-id-not-echoed': externalIdNotEchoed,
  'external-id-not-filterable': externalIdNotFilterable,
  'charset-refused': charsetRefused,
  'first-page-only': firstPageOnly,
  'patch-without-path-ignored': patchWithoutPathIgnored,
  'filtered-add-refused': filteredAddRefused,
  'manager-as-string': managerAsString,
  'discovery-missing': discoveryMissing,
  'error-without-body': errorWithoutBody,
  'user-agent-required': userAgentRequired,
  'integer-ids': integerIds,
  'double-slash-refused': doubleSlashRefused,
  slow: slow,
}
