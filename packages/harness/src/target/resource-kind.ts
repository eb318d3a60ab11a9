/** The two endpoints whose resources a run makes (RFC 7644 §3.2). An id means something only together with one of them. */
export type ResourceKind = 'Users' | 'Groups'

export const RESOURCE_KINDS: readonly ResourceKind[] = ['Users', 'Groups']

export interface ResourceRef {
  readonly kind: ResourceKind
  readonly id: string
}

/**
 * One spelling for ids that an endpoint may take for one another: case, spaces around them, compatibility forms and leading zeros of
 * numbers do not count. Two ids with one key are never held apart, so that a stranger is not reached by another spelling.
 */
export function idKey({ kind, id }: ResourceRef): string {
  const folded = id.normalize('NFKC').trim().toLowerCase()
  const whole = /^\+?0*(\d+)(?:\.0+)?$/.exec(folded)
  return `${kind}/${whole?.[1] ?? folded}`
}

/** Whether an id can stand in a URL without any server reading another path into it. */
export function isAddressable(id: string): boolean {
  return /^[\w.~@:+=,|!$*()' -]{1,512}$/.test(id) && !/^\.+$/.test(id) && id.trim() === id
}
