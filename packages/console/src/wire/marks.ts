import type { Head } from './sentences.ts'

/** What a mark says, and the row of the catalogue of quirks (docs/quirks.md) that tells more. */
export const MARKS: Readonly<Record<Head['marks'][number], { readonly says: string; readonly row: string }>> = {
  'active-is-text': { says: 'active is a text', row: 'EN-01' },
  'op-in-capitals': { says: 'op in capitals', row: 'EN-03' },
  'members-by-value': { says: 'members removed by value', row: 'EN-04, JC-10' },
  'bare-manager': { says: 'manager is a bare text', row: 'EN-06' },
  'no-path': { says: 'no path', row: 'EN-08' },
}
