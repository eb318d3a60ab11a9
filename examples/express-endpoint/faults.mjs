// The bugs that this endpoint can have, each by one flag. Most names are those of the findings that Scimulator tells about them.

export const FAULTS = {
  // Connection
  'wrong-path': 'SCIM is under /api/scim/v2; there is nothing under /scim/v2.',
  'answers-no-json': 'SCIM is under /api/scim/v2; every other path answers 200 with the application’s page.',
  'html-404-page': 'Whatever is not there answers 404 with an HTML page.',
  'groups-missing': 'There is no /Groups: users only.',
  'discovery-missing': 'There is no /ServiceProviderConfig, /ResourceTypes and /Schemas.',
  'token-not-checked': 'Any token will do.',
  'charset-refused': 'A Content-Type with a charset is refused with 415.',
  'scim-json-refused': 'application/scim+json is refused with 415.',
  'user-agent-required': 'A request without User-Agent is answered 403 with an HTML page.',
  'double-slash-refused': 'A path with two slashes in a row is not found.',
  'wrong-token-not-401': 'A wrong token is answered 500.',
  'error-without-body': 'Errors have no body.',
  slow: 'Every answer takes 30 seconds.',
  'stops-answering': 'After 400 requests nothing is answered any more: every connection is cut.',

  // Users
  'integer-ids': 'Ids are numbers.',
  'active-not-shown': 'active is not answered.',
  'active-as-text': 'active is answered as text.',
  'manager-as-string': 'The manager is answered as a text.',
  'password-returned': 'The password is stored, and answered.',
  'create-answers-200': 'A create is answered 200.',
  'created-inactive-is-active': 'Whoever is created inactive is active.',
  'country-code-required': 'A country that is not two letters is refused.',
  'text-changed': 'Letters outside ASCII in a displayName become question marks.',
  'missing-value-unique': 'Only one person may have no externalId.',
  'rename-needs-email': 'The work address has to be the userName.',
  'email-required': 'A person without an email address is refused.',
  'user-name-fixed': 'A changed userName is answered 200 and stays as it was.',
  'enterprise-dropped': 'The enterprise extension is not kept.',
  'external-id-not-echoed': 'externalId is not answered.',
  'external-id-not-stored': 'externalId is not kept.',
  'manager-ignored': 'A manager is answered 200 and not kept.',
  'manager-not-written': 'The first manager stays: every change of it is answered 200 and not done.',
  'manager-text-refused': 'A manager that is a bare id is refused.',

  // Who is the same person
  'duplicates-created': 'A second person of the same userName is created.',
  'duplicates-by-case': 'A second person, whose userName differs in case only, is created.',
  'create-takes-over': 'A create of somebody who is there answers 201 with that person, changed.',
  'conflict-answers-500': 'A conflict is answered 500.',
  'conflict-without-scim-type': 'A conflict has no scimType.',
  'concurrent-duplicates': 'Of two creates of one userName at the same moment both are done.',
  'concurrent-conflict-500': 'Of two creates of one userName at the same moment one is answered 500.',
  'rename-takes-name': 'A change to a userName that somebody has is done.',
  'rename-conflict-500': 'A change to a userName that somebody has is answered 500.',
  'deleted-external-id-taken': 'The externalId of a deleted person cannot be used again.',
  'deleted-name-taken': 'The userName of a deleted person cannot be used again.',

  // Filters and lists
  'case-sensitive-user-name': 'userName is compared case-sensitively in filters.',
  'filter-answers-404': 'A filter that finds nobody is answered 404.',
  'filter-matches-part': 'userName eq also finds whoever’s name contains the value.',
  'look-up-keeps-old-name': 'People are looked up by the userName that they were created with.',
  'filter-ignored': 'Filters are ignored: everybody is answered.',
  'unknown-filter-returns-all': 'A filter that is not understood finds everybody.',
  'broken-filter-answers-500': 'A filter that is not understood is answered 500.',
  'external-id-not-filterable': 'Nobody is found by externalId.',
  'special-characters-not-found': 'Nobody is found by a value with an apostrophe.',
  'non-ascii-not-found': 'Nobody is found by a value with a letter outside ASCII.',
  'plus-not-decoded': 'A plus in the query is a plus, not a space.',
  'first-page-only': 'startIndex is ignored.',
  'start-index-zero': 'startIndex counts from 0.',
  'count-ignored': 'count is ignored: everybody in one page.',
  'wrong-items-per-page': 'itemsPerPage is what was asked for.',
  'total-results-wrong': 'totalResults is the size of the page.',
  'inactive-users-hidden': 'Inactive people are in no list.',
  'list-without-envelope': 'A list is a bare array.',
  'group-filter-ignored': 'Filters of /Groups are ignored.',

  // PATCH and PUT
  'update-not-done': 'A PATCH of displayName is answered 200 and not done.',
  'answer-not-current': 'A PATCH is answered with the person as they were before.',
  'unchanged-refused': 'A PATCH that changes nothing is refused.',
  'two-primaries': 'A second primary address leaves the first one primary.',
  'title-not-written': 'A PATCH of title is answered 200 and not done.',
  'patch-without-path-ignored': 'Operations without a path are answered 200 and not done: active false among them.',
  'patch-without-path-refused': 'Operations without a path are refused.',
  'only-one-operation': 'Only the first operation of a PATCH is done.',
  'capital-operations': 'Only add, replace and remove in lower case are known.',
  'dotted-path-not-done': 'A path such as name.givenName is answered 200 and not done.',
  'dotted-keys-ignored': 'Keys such as name.givenName in an operation without a path are ignored.',
  'urn-keys-ignored': 'Keys that begin with urn: in an operation without a path are ignored.',
  'filtered-add-refused': 'Adding to emails[type eq "work"] is refused while no element fits.',
  'filtered-add-ignored': 'The same is answered 200 and not done.',
  'filtered-add-replaces': 'A phone number of another type takes the place of those that are there.',
  'filtered-replace-not-done': 'One email address replaced is answered 200 and not done.',
  'filtered-replace-hits-all': 'One email address replaced changes all of them.',
  'filtered-replace-wipes-others': 'One email address replaced wipes the others.',
  'patch-not-supported': 'PATCH is answered 501.',
  'patch-wipes-others': 'A PATCH that does not name title and phone numbers removes them.',
  'remove-not-done': 'A removed attribute is answered 200 and stays.',
  'put-not-supported': 'PUT is answered 405.',
  'put-merges': 'PUT keeps what the body does not mention.',
  'put-requires-all': 'PUT without email address or displayName is refused.',
  'put-as-read-refused': 'A PUT with read-only attributes in it is refused.',
  'put-active-ignored': 'PUT does not write active.',
  'put-changes-id': 'PUT gives the person a new id.',

  // Leaving and returning
  'no-soft-delete': 'active is ignored: nobody can be disabled.',
  'string-booleans-refused': '"True" and "False" as text are refused.',
  'string-false-is-true': 'The text "False" is true, as all text that is not empty.',
  'patch-reactivates': 'Any PATCH that is not about active makes the person active.',
  'disable-deletes': 'Whoever is disabled is deleted.',
  'changes-others': 'Whoever was made before the person that is written to gets the same active.',
  'return-refused': 'Whoever was disabled cannot be enabled again.',
  'delete-not-supported': 'DELETE is answered 405.',
  'deleted-still-there': 'DELETE is answered 204, and the person stays.',
  'second-delete-fails': 'A second DELETE is answered 500.',

  // Groups
  'member-add-replaces': 'An added member is the only member.',
  'member-add-not-done': 'An added member is answered 204 and not added.',
  'only-one-member-added': 'Of several members added at once only the first is.',
  'one-group-only': 'Who is added to a group is out of all others.',
  'only-one-member-removed': 'Of several members removed at once only the first is.',
  'group-wrong-types': 'Members are answered as texts.',
  'member-remove-empties-group': 'One member removed with a value empties the group.',
  'member-filter-remove-empties-group': 'One member removed by a filter empties the group.',
  'member-filter-remove-not-done': 'One member removed by a filter is answered 204 and stays.',
  'large-group-cut':
    'Of a group the first hundred members are known: others are not shown, and lost with the next PATCH.',
  'large-group-refused': 'More than fifty members at once are refused.',
  'absent-member-remove-refused': 'Removing somebody who is no member is refused.',
  'concurrent-members-lost': 'Of two changes of a group at the same moment one is lost.',
  'repeated-member-add-refused': 'A member who is added again is refused.',
  'members-in-post-ignored': 'Members in a create are ignored.',
  'members-despite-excluded': 'Members are answered although they were excluded.',
  'rename-empties-group': 'A renamed group is empty.',
  'group-rename-not-done': 'A rename is answered 204 and not done.',
  'group-delete-removes-people': 'Who was in a deleted group is deleted.',
  'group-name-unique': 'A second group of the same name is refused.',

  // The door: active is right, and access is not
  'sign-in-ignores-active': 'A disabled person can still sign in.',
  'session-survives': 'A session opened before goes on after a disable.',
  'api-key-survives': 'An API key made before goes on after a disable.',
  'return-stays-out': 'Whoever is enabled again still cannot sign in.',
  'return-lifts-block': 'Whoever is enabled again gets in although an administrator had blocked them.',
}

/** `a,b` as a set. Throws an Error that names what is unknown. */
export function readFaults(text = '') {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = names.filter((name) => !Object.hasOwn(FAULTS, name))
  if (unknown.length > 0) throw new Error(`There is no fault ${unknown.join(', ')}. --list-faults shows them all.`)
  return new Set(names)
}
