/** Deviations that change where a history ends, and who comes upon them. */
export const DEVIATIONS_FOUND = [{ deviation: 'no-soft-delete', kind: 'entra' }] as const
