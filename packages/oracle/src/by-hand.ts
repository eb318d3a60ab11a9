/** The title that `changed-at-target` gives a person at the target, past the identity provider. */
export const BY_HAND_TITLE = 'by hand'
