import { defineSwitch } from '@scimulator/shared/behaviour'

export const MEDIA_TYPES = ['application/scim+json', 'application/json'] as const

export const switches = {
  mediaType: defineSwitch({
    id: 'mediaType',
    values: MEDIA_TYPES,
    default: 'application/scim+json',
    grade: 'decided',
    source: 'RFC 7644 section 3.1 wants the first and lets the second pass',
    describes: 'What a body that is sent calls itself.',
  }),
}

/** What `given` says to have bodies call themselves so. */
export function sentAs(type: (typeof MEDIA_TYPES)[number]) {
  return { switches: { mediaType: type } }
}
