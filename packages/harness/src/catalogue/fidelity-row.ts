import type { Grade } from '@scimulator/shared/behaviour'

/** What became of one behaviour of a vendor's service. */
export interface FidelityRow {
  readonly behaviour: string
  /** reproduced: as the source says. simplified: the effect, not the mechanism. unknown: no source; see the switch or the note. */
  readonly status: 'reproduced' | 'simplified' | 'unknown' | 'left out'
  readonly grade: Grade
  readonly source: string
  readonly note?: string
}
