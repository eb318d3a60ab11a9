import type { AuthenticationMethod } from '@scimulator/receiver'

/** The receiver's own, without loading it for a help text. */
export const AUTHENTICATION_METHODS = ['bearer', 'oauth2', 'basic'] as const satisfies readonly AuthenticationMethod[]
