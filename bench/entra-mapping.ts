// Mappings: the 22-row default mapping for one user, so that the rate is users per second; beside it JSON.parse of the same user.
import { expressionEnvironment, type SourceValue } from '@scimulator/entra-sim/expression'
import {
  applyMappings,
  buildPatchBody,
  buildPostBody,
  compileObjectMapping,
  defaultUserMapping,
  diffAgainstTarget,
  targetUserDefinition,
} from '@scimulator/entra-sim/mapping'
import type { BenchRow } from './bench-row.ts'

const user: Readonly<Record<string, SourceValue>> = {
  objectId: '6b1f5a2c-5c1e-4b6b-9d55-2f0a3c9e7d10',
  userPrincipalName: 'ada.lovelace@contoso.example',
  IsSoftDeleted: false,
  displayName: 'Ada Lovelace',
  jobTitle: 'Engineer',
  mail: 'ada.lovelace@contoso.example',
  preferredLanguage: 'en-US',
  givenName: 'Ada',
  surname: 'Lovelace',
  physicalDeliveryOfficeName: 'Oslo 3',
  streetAddress: 'Karl Johans gate 1',
  city: 'Oslo',
  state: 'Oslo',
  postalCode: '0154',
  country: 'NO',
  telephoneNumber: '+47 22 00 00 00',
  mobile: '+47 90 00 00 00',
  facsimileTelephoneNumber: '+47 22 00 00 01',
  mailNickname: 'ada.lovelace',
  employeeId: '1815',
  department: 'Analytical Engines',
  manager: '0d4f1f9e-7a3c-4a51-8a0e-1b1f5a2c5c1e',
}
const text = JSON.stringify(user)
const compiled = compileObjectMapping(defaultUserMapping, targetUserDefinition)
if (!compiled.ok) throw new Error(`The default mapping does not compile: ${JSON.stringify(compiled.problems)}`)
const { mapping } = compiled
const environment = expressionEnvironment()
const source = (name: string): SourceValue | undefined => user[name]
const apply = (operation: 'create' | 'update') => applyMappings(mapping, source, environment, { operation })
const target = buildPostBody(apply('create'), { resourceType: 'User' })
const renamed = { ...target, displayName: 'Ada King' }

export const rows: BenchRow[] = [
  row('mapping: evaluate the 22 default rows for one user', () => apply('update')),
  row('mapping: evaluate and build a POST', () => buildPostBody(apply('create'), { resourceType: 'User' })),
  row('mapping: evaluate and compare with an unchanged target', () => diffAgainstTarget(apply('update'), target)),
  row('mapping: evaluate, compare and build a PATCH', () =>
    buildPatchBody(diffAgainstTarget(apply('update'), renamed), { dialect: 'optscim' }),
  ),
]

function row(name: string, ops: () => void): BenchRow {
  return { name, baseline: 'JSON.parse of the user', ops, baselineOps: () => JSON.parse(text), target: 'microseconds' }
}
