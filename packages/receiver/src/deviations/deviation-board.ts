import { z } from 'zod'
import type { Deviation } from './deviation.ts'
import { DeviationChoice, type DeviationSetting, settingOf } from './deviation-setting.ts'
import { DEVIATIONS } from './deviations.ts'

const DeviationChoices = z.array(DeviationChoice)

/** One that the receiver knows, and how it stands. */
export type KnownDeviation = Pick<
  Deviation,
  'name' | 'describes' | 'pain' | 'hurts' | 'damage' | 'source' | 'pauseMs'
> & {
  readonly isOn: boolean
}

/** The deviations that are on at the moment. Not part of the stored state: a receiver starts with those of its options. */
export class DeviationBoard {
  #active: readonly DeviationSetting[] = []
  #beginning = 0

  /** @throws ZodError that names the known deviations when one is not known. */
  constructor(active: readonly DeviationChoice[] = []) {
    this.set(active)
  }

  get active(): readonly DeviationSetting[] {
    return this.#active
  }

  /** All that there are, in the order of their list. */
  known(): readonly KnownDeviation[] {
    const active = new Map<string, DeviationSetting>(this.#active.map((setting) => [setting.name, setting]))
    return DEVIATIONS.map((deviation: Deviation) => {
      const pauseMs = active.get(deviation.name)?.ms ?? deviation.pauseMs
      return { ...deviation, isOn: active.has(deviation.name), ...(pauseMs === undefined ? {} : { pauseMs }) }
    })
  }

  /** How often all has begun anew: what deviations remember is of one beginning. */
  get beginning(): number {
    return this.#beginning
  }

  /** Those that are on from now on, with nothing remembered. */
  begin(active: readonly DeviationChoice[]): void {
    this.#beginning += 1
    this.set(active)
  }

  /** Of one that is named twice, the last counts. */
  set(active: readonly DeviationChoice[]): void {
    const settings = DeviationChoices.parse(active).map(settingOf)
    this.#active = [...new Map(settings.map((setting) => [setting.name, setting])).values()]
  }
}
