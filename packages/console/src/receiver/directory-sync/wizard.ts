// What is filled in on the pages of the wizard, and what of it is sent. Pure; what may be saved is the program's to say.
import type { Views } from '../../source/source.ts'

export type Kind = Views['lark.sync-sources']['kind']
type Configuration = Pick<
  Views['lark.sync-sources'],
  | 'workforceTypeRules'
  | 'memberNotification'
  | 'memberDeletionRule'
  | 'administratorNotification'
  | 'identifyingAttributes'
>
export type Rule = Configuration['workforceTypeRules'][number]

export interface WizardForm extends Omit<Configuration, 'administratorNotification' | 'memberNotification'> {
  readonly memberNotification: boolean
  /** Undefined: the administrator who adds the source, which the program sees to. */
  readonly administratorNotification: readonly string[] | undefined
}

/** "You can configure 15 sync rules at most" (both help pages). */
export const MOST_RULES = 15

const NO_RULE: Rule = { employeeType: '', workforceType: '' }

export const EMPTY_FORM: WizardForm = {
  workforceTypeRules: [NO_RULE],
  memberNotification: false,
  memberDeletionRule: 'deactivate',
  administratorNotification: undefined,
  identifyingAttributes: ['email'],
}

/** A saved source, to be edited; there is always a row to type in. */
export function formOf(source: Configuration): WizardForm {
  const { workforceTypeRules, memberNotification = false, memberDeletionRule } = source
  return {
    workforceTypeRules: workforceTypeRules.length === 0 ? [NO_RULE] : workforceTypeRules,
    memberNotification,
    memberDeletionRule,
    administratorNotification: source.administratorNotification,
    identifyingAttributes: source.identifyingAttributes,
  }
}

/** What the verbs take: without rows that nobody has filled in, and without what a kind's page does not have. */
export function configurationOf(kind: Kind, form: WizardForm): object {
  const { workforceTypeRules, memberNotification, administratorNotification, ...rest } = form
  return {
    ...rest,
    workforceTypeRules: workforceTypeRules.filter(
      ({ employeeType, workforceType }) => `${employeeType}${workforceType}`.trim() !== '',
    ),
    ...(kind === 'Entra ID' ? { memberNotification } : {}),
    ...(administratorNotification === undefined ? {} : { administratorNotification }),
  }
}

export function withRule(rules: readonly Rule[], index: number, change: Partial<Rule>): readonly Rule[] {
  return rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule))
}

export function withAnotherRule(rules: readonly Rule[]): readonly Rule[] {
  return rules.length < MOST_RULES ? [...rules, NO_RULE] : rules
}

export function withoutRule(rules: readonly Rule[], index: number): readonly Rule[] {
  const left = rules.filter((_rule, at) => at !== index)
  return left.length === 0 ? [NO_RULE] : left
}

/** A list with or without one of its members, in the order of `all`. */
export function ticked<Value>(all: readonly Value[], held: readonly Value[], one: Value, isOn: boolean): Value[] {
  return all.filter((value) => (value === one ? isOn : held.includes(value)))
}

/** The page that an address means, from 1 to 4; the first one where nothing has begun. */
export function stepOf(text: string | undefined, hasBegun: boolean): number {
  const step = Number(text ?? 1)
  return hasBegun && Number.isInteger(step) && step >= 1 && step <= 4 ? step : 1
}
