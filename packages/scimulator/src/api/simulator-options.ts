import { aText, aWholeNumber, type OptionChecks, texts, valuesByName } from './assert-options.ts'

/** What both identity providers take. */
export interface SimulatorOptions {
  /** What its clock shows at the beginning, ISO 8601. Default 2026-01-05T08:00:00Z. */
  readonly start?: string
  /** The same seed gives the same ids. Default 1. */
  readonly seed?: number
  /** Values for switches, as `scimulator list switches` shows them. */
  readonly switches?: Readonly<Record<string, string | number | boolean>>
  /** Name of the tenant or organisation. */
  readonly displayName?: string
  /** Origins beyond this machine that it may provision, such as https://scim.example.com. Nothing else is ever called. */
  readonly allowTargets?: readonly string[]
}

export const SIMULATOR_OPTIONS: OptionChecks<SimulatorOptions> = {
  start: aText,
  seed: aWholeNumber,
  switches: valuesByName,
  displayName: aText,
  allowTargets: texts,
}
