import { urns } from '@scimulator/shared/scim'

/** The test user as captured: hard-coded placeholders, under the test email address. */
export function testUserBody(testUserEmail: string, externalId: string): Readonly<Record<string, unknown>> {
  return {
    active: true,
    addresses: [
      {
        country: 'US',
        locality: 'locality',
        postalCode: '80027',
        primary: true,
        region: 'region',
        streetAddress: 'street-address',
        type: 'work',
      },
    ],
    displayName: 'displayname',
    emails: [{ primary: true, type: 'work', value: testUserEmail }],
    externalId,
    locale: 'en-US',
    name: { familyName: 'lastname', givenName: 'firstname' },
    phoneNumbers: [{ primary: true, type: 'work', value: 'tel:+1-555-555-5555' }],
    preferredLanguage: 'en-US',
    schemas: [urns.user, urns.enterpriseUser],
    userName: testUserEmail,
  }
}

/** The follow-up PUT as captured, literal `"emails": null` included. */
export function testUserUpdate(testUserEmail: string, id: string, active: boolean): Readonly<Record<string, unknown>> {
  return {
    active,
    emails: null,
    id,
    name: { familyName: 'lastname', givenName: 'firstname' },
    schemas: [urns.user],
    userName: testUserEmail,
  }
}
