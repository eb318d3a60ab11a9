import { enterpriseUserSchema } from '../../schema/resource-schemas.ts'
import type { ObjectMapping } from '../../schema/synchronization-schema.ts'
import { activeExpression, groupMapping, userMapping } from './object-mapping.ts'

/** The table of Lark's help page (Lark D04) with the row that it adds by hand (Lark D05). */
export const larkUserMapping: ObjectMapping = userMapping('Provision Microsoft Entra ID Users', [
  ['userName', '[userPrincipalName]', 1],
  ['active', activeExpression],
  ['displayName', '[displayName]'],
  ['title', '[jobTitle]'],
  ['emails[type eq "work"].value', '[userPrincipalName]'],
  ['name.givenName', '[givenName]'],
  ['name.familyName', '[surname]'],
  ['addresses[type eq "work"].country', '[country]'],
  ['phoneNumbers[type eq "mobile"].value', '[mobile]'],
  ['externalId', '[objectId]'],
  [`${enterpriseUserSchema}:employeeNumber`, '[employeeId]'],
  [`${enterpriseUserSchema}:department`, '[department]'],
  ['userType', '[employeeType]'],
])

/** The group mapping after the page's step of deleting objectId → externalId (Lark D03). */
export const larkGroupMapping: ObjectMapping = groupMapping('Provision Microsoft Entra ID Groups', [
  ['displayName', '[displayName]', 1],
  ['members', '[members]'],
])
