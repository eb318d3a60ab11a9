/**
 * What can hide what: where the first is on, checks of these names cannot be judged. A finding that is not told although its deviation is on
 * must stand in `notJudged` because of the other one, and in a row here. At most 30 rows.
 */
export const MASKS: readonly (readonly [by: string, checks: RegExp])[] = [
  // Nothing is answered at all.
  ['slow', /./],
  // Without PATCH, without groups, without a DELETE nothing that is asked by them is asked.
  ['patch-not-supported', /^(writes|patch|filtered-path|active|manager|mail|leave-and-return|together|member)\//],
  ['patch-not-supported', /^group\/rename|^group\/members-|^large-group\/|^look-up\/(new|old)-name|^conflict\/rename/],
  ['put-not-supported', /^put\//],
  ['groups-missing', /^(group|large-group|member|together)\/|^leave-and-return\/member/],
  ['delete-not-supported', /^(delete|large-group)\/|^group\/delete-keeps-people$/],
  ['deleted-still-there', /^(delete|large-group)\//],
  // What no answer shows is not judged.
  [
    'active-not-shown',
    /^active\/.*-done$|^active\/found-|^(put|leave-and-return|data|create)\/.*(active|inactive|member-again)/,
  ],
  // Who cannot be disabled, or is gone then, cannot come back.
  ['no-soft-delete', /^(active|leave-and-return|put)\/|^create\/active-|^data\/created-inactive$|^list\/inactive/],
  ['disable-deletes', /^(active|leave-and-return)\/|^list\/inactive/],
  ['return-refused', /^(active|leave-and-return)\//],
  ['string-booleans-refused', /^active\/text-/],
  // A second person of the same name is answered in one way.
  ['create-takes-over', /^(conflict|created-twice)\//],
  ['duplicates-created', /^(conflict|created-twice)\//],
  ['conflict-answers-500', /^(conflict|created-twice)\//],
  ['error-without-body', /^conflict\/scim-type$/],
  // Where a form is not understood at all, its finer points cannot be seen.
  ['manager-text-refused', /^manager\//],
  ['filtered-add-refused', /^filtered-path\//],
  ['filtered-replace-not-done', /^filtered-path\/|^manager\//],
  ['patch-without-path-ignored', /^writes\/(dotted|urn)-keys$/],
  ['unknown-filter-returns-all', /^look-up\/external-id-finds$/],
  ['text-changed', /^look-up\/special-characters$/],
  ['group-rename-not-done', /^group\/rename-keeps-members$/],
  ['member-filter-remove-not-done', /^member\/remove-filter-keeps$/],
  ['member-add-replaces', /^(member|together|large-group)\//],
  ['only-one-member-added', /^large-group\//],
  ['user-name-fixed', /^look-up\/(new|old)-name|^conflict\/rename/],
  ['deleted-name-taken', /^delete\/external-id-free$/],
  ['inactive-users-hidden', /^list\/total-|^look-up\/total-/],
]
