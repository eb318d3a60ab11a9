import type { Head } from './sentences.ts'

type Mark = Head['marks'][number]

/** What a mark says, and the row of the catalogue of quirks that tells more: one for all, and one of a sender’s own where it has one. */
export const MARKS: Readonly<
  Record<Mark, { readonly says: string; readonly row: string; readonly of?: Readonly<Record<string, string>> }>
> = {
  'active-is-text': { says: 'active is a text', row: 'EN-01' },
  'op-in-capitals': { says: 'op in capitals', row: 'EN-03' },
  'members-by-value': { says: 'members removed by value', row: 'EN-04', of: { jumpcloud: 'JC-10' } },
  'bare-manager': { says: 'manager is a bare text', row: 'EN-06' },
  'no-path': { says: 'no path', row: 'EN-08', of: { okta: 'OK-02' } },
}

/** Its row in the catalogue. */
export function rowOfMark(mark: Mark, sender: string): string {
  const { row, of } = MARKS[mark]
  return of?.[sender] ?? row
}
