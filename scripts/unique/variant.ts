// One small thing that is wrong, or set otherwise, for the length of a run.
import { ENTRA_SWITCHES } from '../../packages/entra-sim/src/behaviour.ts'
import { switches as JUMPCLOUD_SWITCHES } from '../../packages/jumpcloud-sim/src/behaviour.ts'
import { receiverSwitches } from '../../packages/receiver/src/behaviour.ts'
import { DEVIATIONS } from '../../packages/receiver/src/deviations/deviations.ts'
import { RULE_IDS } from '../../packages/receiver/src/lark/values/rule-id.ts'
import type { SwitchDefinition, SwitchValue } from '../../packages/shared/src/behaviour/index.ts'
import { MUTANTS } from './mutants/mutants.ts'

export type Program = 'entra' | 'jumpcloud' | 'receiver'

export type Variant =
  | { readonly kind: 'deviation'; readonly deviation: string; readonly isOn: boolean }
  | { readonly kind: 'switch'; readonly program: Program; readonly id: string; readonly value: SwitchValue }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'mutant'; readonly name: string }

/** As the table names it. */
export function nameOf(variant: Variant): string {
  switch (variant.kind) {
    case 'deviation':
      return `${variant.isOn ? 'with' : 'without'} ${variant.deviation}`
    case 'switch':
      return `${variant.program} ${variant.id}: ${variant.value}`
    case 'rule':
      return `Lark without ${variant.rule}`
    case 'mutant':
      return variant.name
  }
}

/** Whether it changes anything for a file that has touched this. */
export function concerns(variant: Variant, touched: ReadonlySet<string>): boolean {
  switch (variant.kind) {
    case 'deviation':
      return touched.has(variant.isOn ? 'receiver' : `deviation ${variant.deviation}`)
    case 'switch':
      return isSetOtherwise(`${variant.program} ${variant.id}=`, String(variant.value), touched)
    case 'rule':
      return touched.has(`rule ${variant.rule}`)
    case 'mutant':
      return touched.has(`mutant ${variant.name}`)
  }
}

function isSetOtherwise(name: string, value: string, touched: ReadonlySet<string>): boolean {
  return [...touched].some((one) => one.startsWith(name) && one !== name + value)
}

export function allVariants(): readonly Variant[] {
  return [
    ...MUTANTS.map(({ name }) => ({ kind: 'mutant' as const, name })),
    ...RULE_IDS.map((rule) => ({ kind: 'rule' as const, rule })),
    ...switchVariants('receiver', receiverSwitches),
    ...switchVariants('jumpcloud', JUMPCLOUD_SWITCHES),
    ...switchVariants('entra', ENTRA_SWITCHES),
    ...[false, true].flatMap((isOn) =>
      DEVIATIONS.map(({ name: deviation }) => ({ kind: 'deviation' as const, deviation, isOn })),
    ),
  ]
}

/** Whatever a file says of it; its default is one of the values, because files about another one then have nothing to show. */
function switchVariants(program: Program, definitions: Readonly<Record<string, SwitchDefinition>>): readonly Variant[] {
  return Object.values(definitions).flatMap((definition) =>
    valuesOf(definition).map((value) => ({ kind: 'switch' as const, program, id: definition.id, value })),
  )
}

/** All that are listed; of a free number the default, what is worth trying at an endpoint, and the bounds. */
function valuesOf({ values, default: usual, onWire = [] }: SwitchDefinition): readonly SwitchValue[] {
  if ('min' in values) return [...new Set([usual, ...onWire, values.min, values.max])]
  return values
}
