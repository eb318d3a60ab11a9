import type { Quirk } from '@scimulator/shared/behaviour'

/** What Okta sends that broke somebody; by their numbers in docs/reference/okta-behaviour.md. */
export const quirks: readonly Quirk[] = []
