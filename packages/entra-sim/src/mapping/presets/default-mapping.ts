import { enterpriseUserSchema } from '../../schema/resource-schemas.ts'
import type { ObjectMapping } from '../../schema/synchronization-schema.ts'
import { activeExpression, groupMapping, userMapping } from './object-mapping.ts'

/**
 * The 22 rows that a non-gallery SCIM application starts with.
 * Source: SingleID and Capturi setup guides; a subset in Microsoft, Develop a SCIM endpoint.
 */
export const defaultUserMapping: ObjectMapping = userMapping('Provision Microsoft Entra ID Users', [
  ['userName', '[userPrincipalName]', 1],
  ['active', activeExpression],
  ['displayName', '[displayName]'],
  ['title', '[jobTitle]'],
  ['emails[type eq "work"].value', '[mail]'],
  ['preferredLanguage', '[preferredLanguage]'],
  ['name.givenName', '[givenName]'],
  ['name.familyName', '[surname]'],
  ['name.formatted', 'Join(" ", [givenName], [surname])'],
  ['addresses[type eq "work"].formatted', '[physicalDeliveryOfficeName]'],
  ['addresses[type eq "work"].streetAddress', '[streetAddress]'],
  ['addresses[type eq "work"].locality', '[city]'],
  ['addresses[type eq "work"].region', '[state]'],
  ['addresses[type eq "work"].postalCode', '[postalCode]'],
  ['addresses[type eq "work"].country', '[country]'],
  ['phoneNumbers[type eq "work"].value', '[telephoneNumber]'],
  ['phoneNumbers[type eq "mobile"].value', '[mobile]'],
  ['phoneNumbers[type eq "fax"].value', '[facsimileTelephoneNumber]'],
  ['externalId', '[mailNickname]'],
  [`${enterpriseUserSchema}:employeeNumber`, '[employeeId]'],
  [`${enterpriseUserSchema}:department`, '[department]'],
  [`${enterpriseUserSchema}:manager`, '[manager]'],
])

/** The group rows of a non-gallery SCIM application. Source: Microsoft, Develop a SCIM endpoint. */
export const defaultGroupMapping: ObjectMapping = groupMapping('Provision Microsoft Entra ID Groups', [
  ['displayName', '[displayName]', 1],
  ['externalId', '[objectId]'],
  ['members', '[members]'],
])
