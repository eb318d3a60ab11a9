// What Microsoft publishes for applications that want to be listed in the Entra app gallery with provisioning: the requirements, the
// tutorial's guidelines, and the 25 tests of the validation kit.
import type { Suite } from '../suite.ts'
import { groupTests } from './group-tests.ts'
import { apiRequirements, authenticationRequirements, vendorRequirements } from './requirements.ts'
import { scimTests } from './scim-tests.ts'
import { tutorial } from './tutorial.ts'
import { userTests } from './user-tests.ts'

export const entraGallery: Suite = {
  name: 'entra-gallery',
  kit: {
    name: 'Microsoft Entra App Gallery: user provisioning',
    publisher: 'Microsoft',
    version: 'requirements of 2026-08-26, validation kit v5 of August 2026',
    date: '2026-08-26',
    url: 'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/app-gallery-user-provisioning-requirements',
  },
  sections: [
    apiRequirements,
    authenticationRequirements,
    tutorial,
    userTests,
    groupTests,
    scimTests,
    vendorRequirements,
  ],
}
