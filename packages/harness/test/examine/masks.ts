/**
 * What can hide what: where the first is on, checks of these names cannot be judged. A finding that is not told although its deviation is on
 * must stand in `notJudged` because of the other one, and in a row here. At most 30 rows.
 */
export const MASKS: readonly (readonly [by: string, checks: RegExp])[] = [
  [
    'patch-not-supported',
    /^(writes|patch|filtered-path|active|manager|mail|leave-and-return|together|member)\/|^group\/rename/,
  ],
  ['put-not-supported', /^put\//],
  ['groups-missing', /^(group|member|together|leave-and-return)\//],
  ['no-soft-delete', /^(active|leave-and-return)\//],
  ['disable-deletes', /^(active|leave-and-return)\//],
  ['return-refused', /^(active|leave-and-return)\//],
  ['create-takes-over', /^conflict\//],
  ['duplicates-created', /^conflict\//],
  ['conflict-answers-500', /^conflict\//],
  ['error-without-body', /^conflict\//],
  ['delete-not-supported', /^delete\//],
  ['deleted-still-there', /^delete\//],
  ['manager-text-refused', /^manager\//],
  ['filtered-add-refused', /^filtered-path\//],
  ['filtered-replace-not-done', /^filtered-path\/|^manager\//],
  ['member-add-replaces', /^(member|together)\//],
  ['integer-ids', /^(member|manager|discovery)\//],
  ['slow', /./],
]
