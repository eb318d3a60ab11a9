import { type PatchDialect, patchBody } from './patch-body.ts'
import type { Body } from './post-body.ts'

/** Members to add to and to remove from a group, by their ids in the target. */
export interface MemberChange {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Choices of member PATCHes; defaults stand first. */
export interface MemberOptions {
  readonly dialect: PatchDialect
  /** Most members in one PATCH; Microsoft publishes no number. */
  readonly membersPerPatch: number
  /** Documentation shows `"$ref": null`, captures do not. */
  readonly memberRefNull?: boolean
  /** `replace` where the target shows that the attribute has a value; the value is of the addition alone all the same. */
  readonly memberOp?: 'add' | 'replace'
  /** Name of the target attribute. */
  readonly path?: string
}

/** The body of one PATCH, and what it changes. */
export interface MemberPatch {
  readonly change: MemberChange
  readonly body: Body
}

/**
 * Bodies of the PATCHes that change the members of a group: first the additions, then the removals, each in portions.
 * Without the flag a removal has a list as its value; with it, one operation per member with a filter in the path.
 * Source: Microsoft, Develop a SCIM endpoint; SCIM 2.0 protocol compliance.
 */
export function buildMemberPatches(change: MemberChange, options: MemberOptions): MemberPatch[] {
  const additions = portions(change.added, options.membersPerPatch).map((added) => {
    return { change: { added, removed: [] }, body: addition(added, options) }
  })
  const removals = portions(change.removed, options.membersPerPatch).map((removed) => {
    return { change: { added: [], removed }, body: removal(removed, options) }
  })
  return [...additions, ...removals]
}

function addition(ids: readonly string[], options: MemberOptions): Body {
  const { path = 'members' } = options
  return patchBody([{ op: operationName(options), path, value: ids.map((id) => member(id, options)) }])
}

function removal(ids: readonly string[], options: MemberOptions): Body {
  const { path = 'members', dialect } = options
  if (dialect === 'legacy') return patchBody([{ op: 'Remove', path, value: ids.map((id) => member(id, options)) }])
  return patchBody(ids.map((id) => ({ op: 'remove', path: `${path}[value eq "${id}"]` })))
}

function operationName({ memberOp = 'add', dialect }: MemberOptions): string {
  if (dialect === 'optscim') return memberOp
  return memberOp === 'add' ? 'Add' : 'Replace'
}

function member(id: string, options: MemberOptions): Body {
  return options.memberRefNull ? { $ref: null, value: id } : { value: id }
}

function portions(ids: readonly string[], size: number): readonly (readonly string[])[] {
  const step = Math.max(1, Math.trunc(size))
  return Array.from({ length: Math.ceil(ids.length / step) }, (_, index) => ids.slice(index * step, (index + 1) * step))
}
