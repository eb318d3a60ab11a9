import type { DirectoryRecord } from '../../directory/record.ts'
import type { Refusal } from './member-values.ts'

/** Whom a create means: the table in identify-member.ts says which. */
export type Identified =
  | { readonly kind: 'new' }
  | { readonly kind: 'associated' | 'returned'; readonly record: DirectoryRecord }
  | { readonly kind: 'restored'; readonly record: DirectoryRecord; readonly warning: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
