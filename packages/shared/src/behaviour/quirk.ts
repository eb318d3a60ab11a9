import type { Grade } from './switch.ts'

/** A behaviour that surprises receivers, for the quirk catalogue. */
export interface Quirk {
  readonly id: string
  readonly title: string
  readonly grade: Grade
  readonly source: string
  /** Whom it hurts, and how. */
  readonly hurts: string
  /** The scenario or test that shows it, from the root of the repository. */
  readonly shows: string
  /** The switch that changes it, or the deviation of the receiver that it needs to hurt. */
  readonly switch?: string
}
