/** Identity providers that a first scenario can be about. */
export const PROVIDERS = ['entra', 'jumpcloud'] as const
export type Provider = (typeof PROVIDERS)[number]

/** Whose workflow can be written. */
export const CI_SYSTEMS = ['github', 'gitlab', 'none'] as const
export type CiSystem = (typeof CI_SYSTEMS)[number]
