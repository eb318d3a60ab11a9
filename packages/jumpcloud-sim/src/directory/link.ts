/** What a connector knows of an object at the target. Without a link the next write looks the object up first. */
export interface Link {
  readonly applicationId: string
  readonly type: 'user' | 'user_group'
  readonly objectId: string
  /** The target's id of it. */
  readonly targetId: string
  /** The target's resource as last seen in an answer; the base that a PUT overlays. */
  readonly resource: Readonly<Record<string, unknown>>
}

export function linkKey(applicationId: string, type: Link['type'], objectId: string): string {
  return `${applicationId} ${type} ${objectId}`
}
