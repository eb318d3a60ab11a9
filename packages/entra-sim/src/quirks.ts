// What Entra's provisioning service does that surprises receivers, for the quirk catalogue.
import type { Quirk } from '@scimulator/shared/behaviour'
import { RECENT } from './quirks/recent.ts'
import { REPORTED } from './quirks/reported.ts'

/** In the order in which it was found. */
export const quirks: readonly Quirk[] = [...REPORTED, ...RECENT]
