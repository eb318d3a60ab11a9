import { type PatchDialect, patchBody } from './patch-body.ts'
import type { Body } from './post-body.ts'

/** What is to become of a single-valued reference such as `manager`; ids are those of the target. */
export type ReferenceChange =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly targetId: string }
  | { readonly op: 'remove'; readonly path: string; readonly previousTargetId: string }

/** Choices of a reference PATCH; defaults stand first. */
export interface ReferenceOptions {
  readonly dialect: PatchDialect
  /** Three shapes are reported for an unset manager, and sending nothing. */
  readonly managerUnset?: 'remove' | 'replaceEmpty' | 'none'
  /** Captures have the bare id; the oldest documentation has an array with `$ref`. */
  readonly managerValue?: 'bareString' | 'array'
  /** Base URL for `$ref` in the array form. */
  readonly baseUrl?: string
}

/**
 * Body of the PATCH that sets, changes or unsets a reference; null when nothing is sent.
 * Source: azure-docs#73842, SCIM-SDK#686 (bare id); scim-patch#453 and SCIM-SDK#653 (unset).
 */
export function buildReferencePatch(change: ReferenceChange, options: ReferenceOptions): Body | null {
  if (change.op !== 'remove') {
    const op = options.dialect === 'optscim' ? change.op : change.op === 'add' ? 'Add' : 'Replace'
    return patchBody([{ op, path: change.path, value: referenceValue(change.targetId, options) }])
  }
  const shape = options.managerUnset ?? 'remove'
  if (shape === 'none') return null
  return patchBody([shape === 'remove' ? removal(change, options.dialect) : emptied(change.path, options.dialect)])
}

function referenceValue(id: string, options: ReferenceOptions): unknown {
  if (options.managerValue !== 'array') return id
  return [{ $ref: `${options.baseUrl ?? ''}/Users/${id}`, value: id }]
}

function removal(change: ReferenceChange & { readonly op: 'remove' }, dialect: PatchDialect): Body {
  if (dialect === 'legacy') return { op: 'Remove', path: change.path, value: change.previousTargetId }
  return { op: 'remove', path: `${change.path}[value eq "${change.previousTargetId}"]` }
}

function emptied(path: string, dialect: PatchDialect): Body {
  return { op: dialect === 'optscim' ? 'replace' : 'Replace', path, value: '' }
}
