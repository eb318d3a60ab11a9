/**
 * Everything that is accepted although the RFC does not ask for it, by name: who needs it, and where that is known
 * from. A strict service provider refuses them by passing a set of names as `strictness`.
 */
export interface Tolerance {
  readonly neededBy: string
  readonly source: string
  readonly what: string
}

/** What is accepted although the RFCs do not have it, because identity providers write it; each can be refused by its name. */
export const tolerances = {
  opCase: tolerance('Entra', 'Microsoft: SCIM known issues', '`op` in any case, e.g. "Replace"'),
  patchKeyCase: tolerance('hand-written clients', 'RFC 7643 §2.1', '`operations`, `Op`, `Path`, `Value` in any case'),
  patchSchemas: tolerance(
    'hand-written clients',
    'RFC 7644 §3.5.2',
    'a PATCH body without the PatchOp URN in `schemas`',
  ),
  stringBooleans: tolerance('Entra', 'Microsoft: SCIM known issues', '"True", "False", "true" for a boolean'),
  stringNumbers: tolerance('mapped strings', 'RFC 7643 §2.3', '"42" for a number'),
  numberStrings: tolerance('mapped numbers', 'RFC 7643 §2.3.1', '42 for a string'),
  memberRemoveByValue: tolerance(
    'Entra, JumpCloud',
    'Microsoft: SCIM known issues',
    '`remove` of a multi-valued attribute with the elements in `value`',
  ),
  removeAbsentMember: tolerance('Okta, Entra', 'RFC 7644 §3.5.2.2', '`remove` whose filter matches nothing succeeds'),
  bareStringElement: tolerance(
    'hand-written clients',
    'RFC 7643 §2.4',
    'a bare string for an element of a multi-valued attribute: its `value`',
  ),
  bareStringManager: tolerance(
    'Entra',
    'Microsoft Docs issue 73842',
    'a bare string for a complex attribute with a `value`, and "" to remove it',
  ),
  singleElement: tolerance('hand-written clients', 'RFC 7644 §3.5.2.1', 'one element without its array in a PATCH'),
  wrappedComplex: tolerance('Entra', 'Microsoft: develop a SCIM endpoint', 'a complex value as an array of one'),
  nullRef: tolerance('Entra', 'Microsoft: develop a SCIM endpoint', '`"$ref": null` in a member'),
  addCreatesElement: tolerance(
    'Entra',
    'scim-patch issue 176',
    '`add` to `emails[type eq "work"].value` creates the element that the filter describes',
  ),
  replaceCreatesElement: tolerance(
    'Entra',
    'scim-for-keycloak issue 73',
    '`replace` of `emails[type eq "work"].value` creates the element, despite noTarget in RFC 7644 §3.5.2.3; for one `eq` on type or primary',
  ),
  replaceWithNull: tolerance('Okta', 'RFC 7643 §2.5', '`replace` and `add` with null or [] unassign the attribute'),
  dottedKeys: tolerance('Entra', 'Microsoft: SCIM known issues', 'a path such as `name.givenName` as a key of a value'),
  filteredKeys: tolerance(
    'Entra',
    'Microsoft: SCIM known issues',
    '`emails[type eq "work"].value` as a key of a value',
  ),
  urnKeys: tolerance('Entra', 'Microsoft: SCIM known issues', '`urn:…:User:department` as a key of a value'),
  unqualifiedExtension: tolerance(
    'Entra (older jobs)',
    'Microsoft: develop a SCIM endpoint',
    'an extension attribute without its URN, e.g. path `manager`',
  ),
  coreAttributesUnderUrn: tolerance(
    'scimverify, laravel-scim-server',
    'RFC 7643 §3',
    'core attributes in an object under the URN of their schema, as extensions have it',
  ),
  unknownAttributes: tolerance(
    'Entra, Okta, JumpCloud',
    'RFC 7644 §3.3',
    'attributes that no schema knows, in a body or a path-less value; they are ignored',
  ),
  unknownPaths: tolerance(
    'Entra, Okta, JumpCloud',
    'better-auth#10980',
    'a PATCH whose path no schema knows; the operation does nothing, as the attribute is ignored in a POST',
  ),
  readOnlyEcho: tolerance(
    'Entra, Okta',
    'RFC 7644 §3.5.2',
    'a PATCH that writes the value that a read-only attribute has',
  ),
  readOnlyInPathlessValue: tolerance(
    'Okta',
    'RFC 7644 §3.5.2',
    'read-only attributes in a path-less value; they are ignored, as in a PUT',
  ),
  missingSchemas: tolerance('hand-written clients', 'RFC 7643 §3', 'a body without `schemas`, or without the core URN'),
  unknownSchemas: tolerance('Entra', 'Microsoft: develop a SCIM endpoint', 'URNs in `schemas` that nobody knows'),
  missingBulkId: tolerance('hand-written clients', 'RFC 7644 §3.7', 'a bulk POST without `bulkId`'),
  unquotedFilterLiteral: tolerance('wild clients', 'Octopus issue 9841', '`userName eq bob`'),
  singleQuotedFilterLiteral: tolerance('wild clients', 'RFC 7644 §3.4.2.2', "`userName eq 'bob'`"),
  filterLiteralCase: tolerance('Entra', 'RFC 7644 §3.4.2.2', '`active eq True`'),
  stringBooleanInFilter: tolerance('wild clients', 'RFC 7644 §3.4.2.2', '`active eq "true"`'),
  notWithoutParentheses: tolerance('wild clients', 'RFC 7644 §3.4.2.2', '`not title pr`'),
} satisfies Record<string, Tolerance>

/** Name of a tolerated deviation. */
export type ToleranceName = keyof typeof tolerances

/** The tolerances that are refused. */
export type Strictness = ReadonlySet<ToleranceName>

/** Nothing refused: the default everywhere. */
export const lenient: Strictness = new Set()

/** Everything refused. */
export const strict: Strictness = new Set(Object.keys(tolerances) as ToleranceName[]) // keyof of the table itself

function tolerance(neededBy: string, source: string, what: string): Tolerance {
  return { neededBy, source, what }
}
