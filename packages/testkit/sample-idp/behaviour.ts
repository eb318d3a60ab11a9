import { defineSwitch } from '@scimulator/shared/behaviour'

export const switches = {
  mediaType: defineSwitch({
    id: 'mediaType',
    values: ['application/scim+json', 'application/json'],
    default: 'application/scim+json',
    grade: 'decided',
    source: 'RFC 7644 section 3.1 wants the first and lets the second pass',
    describes: 'What a body that is sent calls itself.',
  }),
}
