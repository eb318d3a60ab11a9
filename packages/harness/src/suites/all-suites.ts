import { entraGallery } from './entra/entra-gallery.ts'
import { okta } from './okta/okta.ts'
import { rfc } from './rfc/rfc.ts'
import type { Suite } from './suite.ts'

export const SUITES: readonly Suite[] = [entraGallery, okta, rfc]
