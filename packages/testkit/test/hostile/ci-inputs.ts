/** Of all targets together, in the gate. */
export const CI_INPUTS = 100_000
