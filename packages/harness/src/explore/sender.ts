import type { Drawn } from '@scimulator/oracle'
import type { WrittenScenario } from '../written/scenario-text.ts'

/** At which points a scenario file says what must be there: wherever all is settled, the last time before the end that it is, or at the end. */
export type Points = 'every' | 'last' | 'end'

/** A kind of sender: how its acts are drawn, and what a history of them comes to. */
export interface Sender<Act> {
  /** The company that every history begins with; an act of it that is not needed is left out of what is found. */
  readonly first: readonly Act[]
  readonly drawn: readonly Drawn<Act>[]
  /** All that a history can come to, for what was never reached. */
  readonly states: readonly string[]
  name(act: Act): string
  /** @param most acts that are done, beside the company’s; the rest is left out */
  live(acts: readonly Act[], most?: number): Lived<Act>
}

export interface Lived<Act> {
  /** Those that are legal where they stand. */
  readonly acts: readonly Act[]
  readonly states: ReadonlySet<string>
  /** Does them and says what must be there: the text of a scenario file, or what one is written from. */
  scenario(points: Points): string | WrittenScenario
}
