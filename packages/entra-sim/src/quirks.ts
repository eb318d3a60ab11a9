// What Entra's provisioning service does that surprises receivers, for the quirk catalogue.
import type { Quirk } from './quirks/quirk.ts'
import { RECENT } from './quirks/recent.ts'
import { REPORTED } from './quirks/reported.ts'

export type { Quirk } from './quirks/quirk.ts'

/** In the order in which it was found. */
export const quirks: readonly Quirk[] = [...REPORTED, ...RECENT]
