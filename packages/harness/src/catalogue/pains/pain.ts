/** Something that users of SCIM provisioning suffer from, and what here answers it. */
export interface Pain {
  /** In a few words of our own. */
  readonly what: string
  /** Where people report it. */
  readonly source: string
  /** Ids of findings of `scimulator test`, and names of deviations of the receiver; mostly they are the same. */
  readonly names?: readonly string[]
  /** Scenarios and tests that show it, from the root of the repository. */
  readonly shows?: readonly string[]
  /** Why no endpoint can be blamed for it, or for the part that nothing else of the row answers. */
  readonly notAtAReceiver?: string
}
