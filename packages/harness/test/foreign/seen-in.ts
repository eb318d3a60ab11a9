// Which runs of the collection see a deviation at somebody else's endpoint: for each the shortest ones, in which something fails that the
// deviation declares. `npm run verify:long -- --only deviations` asks the whole collection.
import type { DeviationName } from '@scimulator/receiver'

/** Scenario and combination of its matrix; the first is run in every test. */
export const SEEN_IN: Readonly<Partial<Record<DeviationName, readonly [string, ...string[]]>>> = {
  'no-soft-delete': [
    'entra/quirks/adscimversion [header=5.0]',
    'entra/quirks/cleared-attribute-removed [cleared=nothing]',
  ],
  'delete-not-supported': ['jumpcloud/ending-unbind []', 'jumpcloud/refused-user-enters-groups-later []'],
  'filter-answers-404': ['entra/default-access []', 'entra/flag-in-url [flag=true]'],
  'case-sensitive-user-name': ['matching/by-user-name-in-another-case [dialect=legacy]'],
  'string-booleans-refused': ['entra/quirks/answer-of-a-wrong-type []', 'matching/inactive-one [dialect=legacy]'],
  'string-false-is-true': ['entra/quirks/lower-case-false [text=false]', 'entra/quirks/answer-of-a-wrong-type []'],
  'member-remove-empties-group': [
    'entra/deletion-threshold-exactly-met [compare=greaterOrEqual]',
    'entra/quirks/update-off-disable-off [actions=without Update]',
  ],
  'member-add-replaces': [
    'entra/held-back-group-gets-no-members []',
    'entra/quirks/members-replaced [case=replace at a target that leaves them out]',
  ],
  'inactive-users-hidden': [
    'entra/quirks/inactive-people-hidden [case=no deviation]',
    'matching/inactive-one [dialect=aadOptscim062020]',
  ],
  'members-despite-excluded': [
    'entra/held-back-group-gets-no-members []',
    'entra/roles-through-groups [function=assertive]',
  ],
  'put-requires-all': ['jumpcloud/ending-unbind []', 'jumpcloud/password-expiry []'],
  'conflict-answers-500': ['entra/quirks/conflict-then-patch [conflict=patchExisting]'],
  'conflict-not-409': ['entra/quirks/conflict-then-patch [conflict=patchExisting]'],
  'unknown-filter-returns-all': ['entra/quirks/special-characters-in-lookups [case=The "A" team]'],
  'external-id-not-echoed': ['matching/by-external-id [dialect=aadOptscim062020]', 'entra/app-and-mappings []'],
  'external-id-not-filterable': [
    'entra/two-people-one-number [number=shared and not looked at]',
    'entra/groups-with-external-id [dialect=legacy]',
  ],
  'charset-refused': ['entra/default-access []', 'entra/manager-goes [dialect=aadOptscim062020, unset=none]'],
  'first-page-only': ['jumpcloud/import-of-several-pages []'],
  'patch-without-path-ignored': [
    'matching/inactive-one [dialect=aadOptscim062020]',
    'matching/by-user-name [dialect=aadOptscim062020]',
  ],
  'filtered-add-refused': [
    'entra/quirks/add-to-missing-element [dialect=legacy, case=no deviation]',
    'entra/quirks/operations-without-suffix [dialect=aadOptscim062020]',
  ],
  'manager-as-string': [
    'entra/manager-goes [dialect=aadOptscim062020, unset=replaceEmpty]',
    'entra/reference-checks [checks=on]',
  ],
  'user-agent-required': ['entra/quirks/cleared-attribute-removed [cleared=nothing]', 'entra/custom-attributes []'],
  'integer-ids': [
    'entra/quirks/lone-attribute-without-path [form=without path]',
    'entra/quirks/members-added-again []',
  ],
  'double-slash-refused': ['jumpcloud/activation []'],
  'dotted-keys-ignored': ['entra/quirks/operations-without-suffix [dialect=aadOptscim062020]'],
  'user-name-fixed': ['matching/by-email [dialect=legacy]', 'entra/freed-name-is-used-again [rename=send]'],
  'manager-not-written': ['entra/manager-goes [dialect=aadOptscim062020, unset=replaceEmpty]'],
  'created-inactive-is-active': ['matching/inactive-one [dialect=legacy]'],
  'deleted-still-there': ['entra/quirks/unassigned-without-delete [case=not mapped and switch]'],
  'disable-deletes': ['entra/quirks/lower-case-false [text=false]', 'entra/soft-delete-and-restore [dialect=legacy]'],
  'patch-wipes-others': [
    'entra/reference-checks [checks=on]',
    'entra/manager-goes [dialect=aadOptscim062020, unset=replaceEmpty]',
  ],
  'filtered-add-replaces': ['entra/moves-to-another-department [dialect=legacy]'],
  'only-one-operation': [
    'matching/by-user-name [dialect=aadOptscim062020]',
    'matching/by-external-id [dialect=legacy]',
  ],
  'filtered-add-ignored': [
    'entra/quirks/add-to-missing-element [dialect=aadOptscim062020, case=no deviation]',
    'entra/quirks/operations-without-suffix [dialect=aadOptscim062020]',
  ],
  'remove-not-done': [
    'entra/manager-goes [dialect=aadOptscim062020, unset=remove]',
    'entra/quirks/cleared-attribute-removed [cleared=removeWithValue]',
  ],
  'urn-keys-ignored': ['entra/moves-to-another-department [dialect=aadOptscim062020]'],
  'put-active-ignored': ['jumpcloud/refused-user-enters-groups-later []', 'jumpcloud/looked-up-before-each-write []'],
  'return-refused': ['matching/inactive-one [dialect=aadOptscim062020]', 'entra/reassigned [dialect=legacy]'],
  'duplicates-created': ['entra/quirks/conflict-then-patch [conflict=escrow]'],
  'create-takes-over': ['matching/one-address-for-two [dialect=legacy]'],
  'deleted-name-taken': [
    'matching/deleted-between-cycles [dialect=aadOptscim062020]',
    'entra/person-associated-while-inactive []',
  ],
  'rename-empties-group': [
    'entra/quirks/lone-attribute-without-path [form=without path]',
    'matching/group-renamed-by-hand [dialect=aadOptscim062020]',
  ],
  'group-filter-ignored': [
    'entra/quirks/rate-limit-quarantine [start=5000]',
    'entra/quirks/nested-group-as-member [nested=nested]',
  ],
  'member-filter-remove-not-done': [
    'entra/provision-on-demand [profile=sameAsCycle]',
    'entra/roles-through-groups [function=assertive]',
  ],
  'member-filter-remove-empties-group': [
    'matching/group-renamed-by-hand [dialect=aadOptscim062020]',
    'entra/wrong-mapping-account-enabled [dialect=aadOptscim062020]',
  ],
  'repeated-member-add-refused': [
    'matching/deleted-between-cycles [dialect=aadOptscim062020]',
    'jumpcloud/repeated-member-adds []',
  ],
  'only-one-member-added': ['entra/quirks/active-in-post [post=string]', 'entra/quirks/random-lookups [probe=3]'],
  'members-in-post-ignored': [
    'matching/group-by-name [dialect=aadOptscim062020]',
    'jumpcloud/refused-user-enters-groups-later []',
  ],
  'absent-member-remove-refused': ['matching/left-by-hand-and-in-entra [dialect=legacy]'],
  'group-delete-removes-people': ['entra/deletion-rehearsal []', 'entra/deletion-threshold [dialect=aadOptscim062020]'],
  'capital-operations': ['entra/quirks/members-added-again []', 'entra/references-heal [retry=escrow]'],
  'filtered-replace-not-done': [
    'entra/quirks/add-to-missing-element [dialect=legacy, case=no deviation]',
    'entra/app-and-mappings []',
  ],
  'special-characters-not-found': ['matching/special-characters [dialect=legacy]'],
  'groups-missing': [
    'entra/quirks/group-post-core-schema-only [post=core schema only]',
    'entra/quirks/lone-attribute-without-path [form=with path]',
  ],
  'active-as-text': ['entra/custom-attributes []', 'entra/quirks/adscimversion [header=5.0]'],
  'text-changed': [
    'entra/quirks/adscimversion [header=5.0]',
    'entra/quirks/add-to-missing-element [dialect=legacy, case=no deviation]',
  ],
  'patch-not-supported': [
    'entra/quirks/lower-case-false [text=False]',
    'entra/quirks/group-post-core-schema-only [post=core schema only]',
  ],
  'put-not-supported': ['jumpcloud/dropped-push []', 'jumpcloud/refused-user-enters-groups-later []'],
  'manager-text-refused': [
    'entra/manager-goes [dialect=aadOptscim062020, unset=replaceEmpty]',
    'entra/reference-checks [checks=off]',
  ],
  'concurrent-members-lost': ['matching/members-at-the-same-moment [dialect=legacy]'],
  'reactivated-by-update': ['entra/quirks/one-bad-attribute-fails-all [dialect=aadOptscim062020, case=DE]'],
  'deactivation-drops-memberships': [
    'entra/quirks/active-as-text [case=legacy]',
    'entra/quirks/one-bad-attribute-fails-all [dialect=legacy, case=Germany]',
  ],
  'active-not-shown': ['matching/two-hits [dialect=legacy]'],
  'group-wrong-types': ['jumpcloud/dropped-push []', 'jumpcloud/looked-up-before-each-write []'],
  'deleted-external-id-taken': ['matching/deleted-between-cycles [dialect=legacy]'],
  'look-up-keeps-old-name': ['entra/freed-name-is-used-again [rename=send]'],
  'one-group-only': ['entra/groups-without-external-id [dialect=legacy]'],
  'only-one-member-removed': ['entra/deletion-threshold-exactly-met [compare=greaterOrEqual]'],
  'large-group-cut': ['entra/large-group [dialect=legacy]', 'entra/large-group [dialect=aadOptscim062020]'],
  'email-change-ignored': [
    'entra/quirks/add-to-missing-element [dialect=legacy, case=no deviation]',
    'entra/app-and-mappings []',
  ],
}

/** Tried in this order where a deviation has no line above; they see more than half of all. */
export const EVERYDAY = [
  'matching/group-renamed-by-hand [dialect=legacy]',
  'matching/inactive-one [dialect=aadOptscim062020]',
  'entra/moves-to-another-department [dialect=legacy]',
  'jumpcloud/ending-unbind []',
  'jumpcloud/refused-user-enters-groups-later []',
  'entra/help-page [dialect=legacy]',
] as const
