// What hangs on a form that is uncertain decides no verdict alone: it gets the condition under which it matters.
import type { CheckResult, Difference, Victim } from '@scimulator/findings'
import type { Judgement, Unexplained } from './judge.ts'
import type { OtherForm } from './lives/other-forms.ts'
import type { Remark } from './questioner.ts'
import type { Hanging } from './weigh-forms.ts'

/** Red where somebody's life fares worse in another form and no finding explains it. */
export const FORM_CHECKS = ['forms/entra', 'forms/entra-legacy', 'forms/jumpcloud', 'forms/okta'] as const

const OTHER_FORM_REFUSED = 'other-form-refused'

const CHECK_OF: Readonly<Record<Exclude<Victim, 'rfc'>, (typeof FORM_CHECKS)[number]>> = {
  entra: 'forms/entra',
  entraLegacy: 'forms/entra-legacy',
  jumpcloud: 'forms/jumpcloud',
  okta: 'forms/okta',
}

export class Conditions {
  /** By finding, then by whom it hurts. */
  readonly #findings = new Map<string, Map<Victim, string>>()
  readonly #raw = new Map<Difference, string>()
  readonly remarks: Remark[] = []

  /** @returns the check that has become red because of it */
  note(hanging: Hanging, form: OtherForm, judgement: Judgement): CheckResult | undefined {
    const { victim, side, finding, difference } = hanging
    const condition = side === 'usual' ? form.usual : form.other
    if (finding !== undefined) return this.#noteFinding(finding, victim, condition, form.isOpen ?? false, judgement)
    if (side === 'usual') return void this.#raw.set(difference, condition)
    if (form.toldBy?.some((id) => judgement.sightings.some((one) => one.finding.id === id))) return undefined
    if (form.isOpen) return this.#remark(form, difference)
    this.#set(OTHER_FORM_REFUSED, victim, condition)
    return redCheck(victim, form, difference)
  }

  #noteFinding(id: string, victim: Victim, condition: string, isOpen: boolean, { sightings }: Judgement): undefined {
    const hurts = sightings.find(({ finding }) => finding.id === id)?.hurts ?? []
    // Whom it does not hurt otherwise is not to be blamed for what the RFCs leave open.
    if (hurts.includes(victim) || !isOpen) this.#set(id, victim, condition)
  }

  #set(finding: string, victim: Victim, condition: string): void {
    const known = this.#findings.get(finding) ?? new Map<Victim, string>()
    this.#findings.set(finding, known.set(victim, condition))
  }

  #remark(form: OtherForm, difference: Difference): undefined {
    const { exchange } = difference
    const text = `${capital(form.other)}, not everything is done: ${whatDiffers(difference)}`
    this.remarks.push({ id: `form-${form.id}`, text, ...(exchange ? { exchange } : {}) })
  }

  /** Pure: the judgement with the conditions in it. */
  within(judgement: Judgement): Judgement {
    const sightings = judgement.sightings.map((sighting) => {
      const conditions = this.#findings.get(sighting.finding.id)
      if (!conditions) return sighting
      const all = new Map([...(sighting.conditions ?? []), ...conditions])
      return { ...sighting, conditions: all, hurts: [...new Set([...sighting.hurts, ...conditions.keys()])] }
    })
    const unexplained = judgement.unexplained.map((one) => {
      const when = this.#conditionOf(one)
      return when === undefined ? one : { ...one, when }
    })
    return { ...judgement, sightings, unexplained }
  }

  /** Of what nothing explains: it has one if it has one in each of the lives in which it was seen. */
  #conditionOf({ differences }: Unexplained): string | undefined {
    const senders = new Set(differences.map(({ sender }) => sender))
    const known = differences.filter((one) => this.#raw.has(one))
    const isEverywhere = [...senders].every((sender) => known.some((one) => one.sender === sender))
    const texts = new Set(known.flatMap((one) => this.#raw.get(one) ?? []))
    return isEverywhere && texts.size > 0 ? [...texts].join(', or ') : undefined
  }
}

function redCheck(victim: Victim, form: OtherForm, difference: Difference): CheckResult | undefined {
  if (victim === 'rfc') return undefined
  const { exchange, readBack } = difference
  return {
    check: CHECK_OF[victim],
    state: 'red',
    seen: { times: 2, of: 2 },
    detail: `${capital(form.other)}: ${whatDiffers(difference)}`,
    ...(exchange ? { exchange } : {}),
    ...(readBack ? { readBack } : {}),
  }
}

function whatDiffers({ act, subject, attribute, expected, actual }: Difference): string {
  const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value))
  return `in the act "${act}", ${attribute} of ${subject} must be ${shown(expected)} and is ${shown(actual)}.`
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`
}
