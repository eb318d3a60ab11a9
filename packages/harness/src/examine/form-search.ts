// Which form is responsible for what shows in one of two lives only: shorter lives are lived in half of the forms, and in half of these.
import { operationsOf } from '@scimulator/findings'
import { FORMED_ACTS, type OtherForm } from './lives/other-forms.ts'
import type { Hanging, Lived } from './weigh-forms.ts'

/** A life in these forms, with the acts that are named. */
export type LiveIn = (forms: readonly OtherForm[], acts: readonly string[]) => Promise<Lived>

/** Lives that one search may take, all its questions together. */
const MOST_LIVES = 8

/** An open form is at most a remark, so that the request itself is evidence enough. */
function isShown({ isIn }: OtherForm, { side, finding, difference }: Hanging): boolean {
  if (isIn === undefined || side === 'usual' || finding !== undefined) return false
  return operationsOf(difference).some(isIn)
}

export class FormSearch {
  readonly #forms: readonly OtherForm[]
  readonly #live: LiveIn
  readonly #lived = new Map<string, Promise<Lived>>()

  constructor(forms: readonly OtherForm[], live: LiveIn) {
    this.#forms = forms
    this.#live = live
  }

  /** @param known ids of forms that were responsible before @returns undefined where it does not happen again */
  async find(hanging: Hanging, known: ReadonlySet<string> = new Set()): Promise<OtherForm | undefined> {
    const shown = this.#forms.find((form) => isShown(form, hanging))
    if (shown !== undefined) return shown
    const isSuspect = ({ id, toldBy = [] }: OtherForm) =>
      known.has(id) || (hanging.finding !== undefined && toldBy.includes(hanging.finding))
    for (const form of this.#forms.filter(isSuspect)) {
      if (await this.#turns(hanging, [form])) return form
    }
    const [form] = await this.#narrow(hanging, this.#forms)
    return form && (await this.#turns(hanging, [form])) ? form : undefined
  }

  async #narrow(hanging: Hanging, forms: readonly OtherForm[]): Promise<readonly OtherForm[]> {
    if (forms.length < 2) return forms
    const half = Math.ceil(forms.length / 2)
    const isInFirst = await this.#turns(hanging, forms.slice(0, half))
    return this.#narrow(hanging, isInFirst ? forms.slice(0, half) : forms.slice(half))
  }

  /** Whether a life in these forms is unlike the usual one, as that in all of them is. */
  async #turns({ difference: { act }, side, isIn }: Hanging, forms: readonly OtherForm[]): Promise<boolean> {
    const acts = FORMED_ACTS.slice(0, FORMED_ACTS.indexOf(act) + 1)
    const key = `${acts.length} ${forms.map(({ id }) => id).join(' ')}`
    if (!this.#lived.has(key) && this.#lived.size === MOST_LIVES) return false
    const lived = this.#lived.get(key) ?? this.#live(forms, acts)
    this.#lived.set(key, lived)
    const life = await lived
    if (side === 'other') return isIn(life)
    return !isIn(life) && (act === 'connection' || life.acts.includes(act))
  }
}
