// Why something was not asked or not done, as a value: the result carries the code, and the text is made where it is shown.
import { z } from 'zod'

const Where = { target: z.string().describe('URL of a foreign target, or `receiver` for ours') }

const Codes = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('product-rule').describe('A verb, a view, an input or a file that only one product has'),
    product: z.string(),
    kind: z.enum(['verb', 'view', 'input', 'file']),
    name: z.string(),
    ...Where,
  }),
  z.object({
    code: z.literal('ability-missing').describe('The scenario needs what the target does not do'),
    ability: z.string(),
    ...Where,
  }),
  z.object({
    code: z.literal('target-clock').describe('The target would have to share the run’s virtual clock'),
    ...Where,
  }),
  z.object({
    code: z
      .literal('receiver-setting')
      .describe('The scenario is about our receiver with these deviations or switches'),
    names: z.array(z.string()),
    ...Where,
  }),
  z.object({
    code: z.literal('golden-of-another-target').describe('A golden transcript is one of our own receiver'),
    ...Where,
  }),
  z.object({ code: z.literal('golden-of-another-seed'), seed: z.int() }),
  z.object({ code: z.literal('not-carried-out').describe('A step before it was not carried out'), step: z.int() }),
  z.object({ code: z.literal('interrupted') }),
  z.object({
    code: z.literal('limit').describe('The scenario would have held more accounts or groups at a time than a run may'),
    kind: z.enum(['accounts', 'groups']),
    most: z.int(),
  }),
])

export const SkipReason = z
  .intersection(
    Codes,
    z.object({
      doubtful: z.literal(true).optional().describe('It was asked and does not hold, and this may be why'),
      after: z.string().optional().describe('The verb that was skipped for this reason before'),
    }),
  )
  .describe('Why something was not asked or not done')
export type SkipReason = z.infer<typeof SkipReason>
type SkipCode = SkipReason['code']

type Of<Code extends SkipCode> = Extract<SkipReason, { code: Code }>

const TEXTS: { readonly [Code in SkipCode]: (reason: Of<Code>) => string } = {
  'product-rule': productRuleText,
  'ability-missing': ({ ability, target }) =>
    `${shownTarget(target)} does not have what the scenario needs: ${ability}`,
  'target-clock': ({ target }) => `${shownTarget(target)} keeps its own clock, and the scenario needs the run’s`,
  'receiver-setting': ({ names, target }) =>
    `the scenario is about a receiver with ${names.join(', ')}, and ${shownTarget(target)} is a foreign SCIM endpoint`,
  'golden-of-another-target': () => 'golden transcripts are those of our own receiver',
  'golden-of-another-seed': ({ seed }) => `golden transcripts are those of seed ${seed}`,
  'not-carried-out': ({ step }) => `step ${step} was not carried out`,
  interrupted: () => 'the run was interrupted',
  limit: ({ kind, most }) =>
    `it needs more than ${most} ${kind} at a time${kind === 'accounts' ? '; --max-accounts allows more' : ''}`,
}

/** The reason in words, without a full stop. */
export function skipText(reason: SkipReason): string {
  // The table has a row for each code, and each row takes the reason of its own code.
  const text = (TEXTS[reason.code] as (reason: SkipReason) => string)(reason)
  if (!reason.doubtful) return text
  return `not as expected, but ${reason.after === undefined ? '' : `it may follow from ${reason.after}: `}${text}`
}

const OF_TARGET: Readonly<Record<SkipCode, boolean>> = {
  'product-rule': true,
  'ability-missing': true,
  'target-clock': true,
  'receiver-setting': true,
  'golden-of-another-target': true,
  'golden-of-another-seed': false,
  'not-carried-out': false,
  interrupted: false,
  limit: false,
}

/** Whether it lies in what the target is, so that a scenario of which nothing could be asked is no failure. */
export function isOfTarget({ code }: SkipReason): boolean {
  return OF_TARGET[code]
}

const PRODUCTS: Readonly<Record<string, string>> = { lark: 'Lark' }

function productRuleText({ product, kind, name, target }: Of<'product-rule'>): string {
  if (kind === 'file') return `the scenario is about ${PRODUCTS[product] ?? product}, and ${shownTarget(target)} is not`
  if (target === 'receiver') return `the receiver is not ${PRODUCTS[product] ?? product} and has no ${name}`
  const foreign = `${target} is a foreign SCIM endpoint`
  if (kind === 'verb') return `${foreign}; ${name} cannot be done there`
  return kind === 'view' ? `${foreign} and does not show ${name}` : `${foreign} and cannot be told ${name}`
}

function shownTarget(target: string): string {
  return target === 'receiver' ? 'the receiver' : target
}
