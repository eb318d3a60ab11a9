import type { ProgramQuirk } from '@scimulator/shared/program'

/** What Okta sends that broke somebody; by their numbers in docs/reference/okta-behaviour.md. */
export const quirks: readonly ProgramQuirk[] = []
