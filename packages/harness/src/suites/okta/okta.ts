// Okta's specification test for SCIM 2.0: twelve requests and the 52 assertions about their answers, in our own words.
import type { Suite } from '../suite.ts'
import { madeTwice, newPersonMade, newPersonRead } from './creating.ts'
import { groupsThere, missingPerson, wrongToken } from './groups-and-errors.ts'
import { firstPerson, inCapitals, nobodyByName, notYetThere, onePerson, unknownId } from './reading.ts'

export const okta: Suite = {
  name: 'okta',
  kit: {
    name: 'Okta SCIM 2.0 SPEC Test',
    publisher: 'Okta',
    version: 'as exported on 2024-05-13',
    date: '2024-05-13',
    url: 'https://developer.okta.com/docs/guides/scim-provisioning-integration-prepare/main/#test-your-scim-api',
  },
  sections: [
    firstPerson,
    onePerson,
    nobodyByName,
    unknownId,
    notYetThere,
    newPersonMade,
    newPersonRead,
    madeTwice,
    inCapitals,
    groupsThere,
    wrongToken,
    missingPerson,
  ],
}
