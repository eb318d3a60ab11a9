import type { Grade } from './switch.ts'

/** What of a vendor's service is here, area by area. */
export type Fidelity = Readonly<Record<string, readonly FidelityRow[]>>

/** What became of one behaviour of a vendor's service. */
export type FidelityRow = Described & (Here | LeftOut)

interface Described {
  readonly behaviour: string
  readonly grade: Grade
  readonly source: string
  readonly note?: string
}

interface Here {
  /** reproduced: as the source says. simplified: the effect, not the mechanism. unknown: no source; see the switches or the note. */
  readonly status: 'reproduced' | 'simplified' | 'unknown'
  /** Those that it depends on, by id. The page names them, so that no note has to. */
  readonly switches?: readonly string[]
  /** The scenario or test that shows it, from the root of the repository. */
  readonly shown: string
}

/** What can be switched on is not left out. */
interface LeftOut {
  readonly status: 'left out'
  readonly switches?: never
  readonly shown?: never
}
