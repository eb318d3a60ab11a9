// What Graph answers only with `ConsistencyLevel: eventual` (its page on advanced query capabilities), and mostly with $count=true besides.
import { expect, test } from 'vitest'
import { asAllowed } from './advanced-query.ts'
import { readODataQuery } from './query.ts'

const USERS = '/users'
const MEMBERS = '/groups/{group}/members'

/** With neither, with the header alone, with both. */
const tried = (template: string, query: string): readonly boolean[] =>
  [
    [query, false],
    [query, true],
    [`${query}&$count=true`, true],
  ].map(([text, isEventual]) => {
    try {
      asAllowed(template, readODataQuery(String(text)), isEventual === true)
      return true
    } catch {
      return false
    }
  })

test.each<[template: string, query: string]>([
  [USERS, "$filter=startswith(displayName,'a')"],
  [USERS, "$filter=department eq 'x' and (jobTitle eq 'y' or city in ('a','b'))"],
  [USERS, '$orderby=displayName'],
  [USERS, '$orderby=userPrincipalName desc'],
  ['/groups', '$orderby=displayName'],
  ['/groups', "$filter=groupTypes/any(c:c eq 'Unified')"],
  ['/applications', "$filter=displayName eq 'x'"],
  [MEMBERS, '$top=5'],
  ['/auditLogs/provisioning', "$filter=not(status eq 'x')&$orderby=activityDateTime"],
])('%s?%s needs nothing', (template, query) => expect(tried(template, query)).toEqual([true, true, true]))

test.each<[template: string, query: string]>([
  [USERS, "$filter=displayName ne 'a'"],
  [USERS, '$filter=companyName ne null'],
  [USERS, "$filter=not(startswith(displayName,'a'))"],
  [USERS, "$filter=endswith(mail,'@x')"],
  [USERS, "$filter=displayName eq 'a' and endswith(mail,'@x')"],
  [USERS, "$filter=proxyAddresses/any(p:endswith(p,'x'))"],
  [USERS, '$orderby=createdDateTime'],
  [USERS, "$filter=companyName eq 'Contoso'"],
  [USERS, "$filter=startswith(mobilePhone,'25')"],
  [USERS, "$filter=EmployeeType in ('a','b')"],
  [USERS, "$filter=displayName eq 'a' or officeLocation eq 'x'"],
  [USERS, "$filter=onPremisesExtensionAttributes/extensionAttribute1 eq 'x'"],
  [USERS, '$filter=department eq null'],
  [USERS, "$filter=department in ('a',null)"],
  ['/groups', "$filter=description eq 'x'"],
  ['/applications', '$orderby=createdDateTime desc'],
  [USERS, "$filter=department eq 'x'&$orderby=displayName"],
  ['/applications', '$orderby=displayName'],
  ['/servicePrincipals', "$filter=not(displayName eq 'x')"],
  [MEMBERS, "$filter=displayName eq 'x'"],
  [MEMBERS, '$orderby=displayName'],
  ['/users/{user}/transitiveMemberOf/microsoft.graph.group', '$orderby=displayName'],
])('%s?%s needs the header and $count', (template, query) =>
  expect(tried(template, query)).toEqual([false, false, true]),
)

test.each<[template: string, query: string]>([
  [USERS, '$skip=1'],
  [MEMBERS, '$skip=0'],
  [USERS, "$filter=contains(displayName,'a')"],
  [USERS, "$filter=Contains(mail,'a') or displayName eq 'b'"],
  [USERS, "$filter=not(contains(displayName,'a'))"],
  [USERS, "$filter=proxyAddresses/any(p:contains(p,'a'))"],
  ['/groups', "$filter=contains(displayName,'a')"],
  ['/applications', "$filter=contains(displayName,'a')"],
  ['/servicePrincipals', "$filter=contains(displayName,'a')"],
  [MEMBERS, "$filter=contains(displayName,'a')"],
  [USERS, "$filter=endswith(displayName,'a')"],
  ['/groups', "$filter=endswith(displayName,'a')"],
  [USERS, '$orderby=employeeHireDate'],
  [USERS, '$orderby=jobTitle'],
  ['/groups', '$orderby=userPrincipalName'],
  ['/groups', '$orderby=createdDateTime'],
  ['/groups', '$filter=createdDateTime ge 2021-11-01'],
])('%s?%s is refused in any case', (template, query) => expect(tried(template, query)).toEqual([false, false, false]))

test.each<[template: string, query: string, isEventual: boolean, message: string]>([
  // Graph: Advanced query capabilities
  [
    USERS,
    "$filter=endsWith(userPrincipalName,'x')",
    false,
    "Operator 'endsWith' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information",
  ],
  [
    '/groups',
    '$filter=createdDateTime ge 2021-11-01&$count=true',
    true,
    "Unsupported or invalid query filter clause specified for property 'createdDateTime' of resource 'Group'.",
  ],
  // microsoft-graph-docs#14451
  [USERS, "$filter=contains(displayName,'m')", false, "Unsupported property filter clause operator 'Contains'."],
  // microsoft-graph-docs-contrib#1354, #4187, microsoft-graph-docs#20540
  [USERS, '$orderby=createdDateTime desc', false, "Unsupported sort property 'createdDateTime' for 'User'."],
  [
    '/groups',
    "$filter=startswith(displayName, 'a')&$count=true&$orderby=displayName",
    false,
    'Sorting not supported for current query.',
  ],
  [USERS, '$orderby=employeeHireDate&$count=true', true, 'An unsupported property was specified.'],
])('%s?%s is refused in the words of Graph', (template, query, isEventual, message) =>
  expect(() => asAllowed(template, readODataQuery(query), isEventual)).toThrow(message),
)

test.each<[template: string, query: string]>([
  [USERS, '$search="displayName:a"'],
  [MEMBERS, '$search="displayName:a"&$orderby=displayName'],
  ['/users/$count', '$top=1'],
  ['/groups/{group}/members/$count', "$filter=displayName eq 'x'"],
])('%s?%s needs the header alone', (template, query) => expect(tried(template, query)).toEqual([false, true, true]))

test.each(['/users/{user}', '/auditLogs/provisioning', '/users/delta'])('%s cannot be searched', (template) =>
  expect(tried(template, '$search="displayName:a"')).toEqual([false, false, false]),
)

test('$count=true is passed over where the header is missing', () => {
  expect(asAllowed(USERS, readODataQuery('$count=true'), false).count).toBe(false)
  expect(asAllowed(USERS, readODataQuery('$count=true'), true).count).toBe(true)
  expect(asAllowed('/auditLogs/provisioning', readODataQuery('$count=true'), false).count).toBe(true)
})
