// A switch names one behaviour that public material leaves open, or that a product lets people choose. The resolved record is an
// argument of pure code; each switch is consulted in one file only, so that its meaning can be read in one place.

export type Grade = 'documented' | 'observed' | 'inferred' | 'decided'

export type SwitchValue = string | number | boolean

export interface SwitchDefinition<Value extends SwitchValue = SwitchValue> {
  readonly id: string
  /** The allowed values, or the bounds of a free number. */
  readonly values: readonly Value[] | { readonly min: number; readonly max: number }
  readonly default: Value
  readonly grade: Grade
  /** Where the behaviour is written down, in the source's own name. */
  readonly source: string
  /** One sentence: what it decides. */
  readonly describes: string
}

export type SwitchRecord<Definitions extends Readonly<Record<string, SwitchDefinition>>> = {
  readonly [Id in keyof Definitions]: Definitions[Id] extends SwitchDefinition<infer Value> ? Value : never
}

export function defineSwitch<const Values extends readonly SwitchValue[]>(
  definition: Omit<SwitchDefinition, 'values' | 'default'> & { values: Values; default: NoInfer<Values[number]> },
): SwitchDefinition<Values[number]>
export function defineSwitch(
  definition: Omit<SwitchDefinition, 'values' | 'default'> & { values: { min: number; max: number }; default: number },
): SwitchDefinition<number>
export function defineSwitch(definition: SwitchDefinition): SwitchDefinition {
  return definition
}

/** The defaults with `overrides` laid over them. Throws an Error that names the switch, the value and what is allowed. */
export function resolveSwitches<const Definitions extends Readonly<Record<string, SwitchDefinition>>>(
  definitions: Definitions,
  overrides: Readonly<Record<string, unknown>> = {},
): SwitchRecord<Definitions> {
  for (const [id, value] of Object.entries(overrides)) checkOverride(definitions, id, value)
  const resolved = Object.entries(definitions).map(([id, { default: usual }]) => [id, overrides[id] ?? usual])
  return Object.fromEntries(resolved)
}

function checkOverride(definitions: Readonly<Record<string, SwitchDefinition>>, id: string, value: unknown): void {
  const definition = Object.hasOwn(definitions, id) ? definitions[id] : undefined
  if (!definition)
    throw new Error(`There is no switch "${id}". Known switches: ${Object.keys(definitions).join(', ')}.`)
  if (!isAllowed(definition, value)) {
    throw new Error(`Switch "${id}" cannot be ${JSON.stringify(value)}. Allowed: ${allowedText(definition)}.`)
  }
}

function isAllowed({ values }: SwitchDefinition, value: unknown): boolean {
  if (isValueList(values)) return values.some((allowed) => allowed === value)
  return typeof value === 'number' && value >= values.min && value <= values.max
}

function allowedText({ values }: SwitchDefinition): string {
  return isValueList(values)
    ? values.map((value) => JSON.stringify(value)).join(', ')
    : `${values.min} to ${values.max}`
}

function isValueList(values: SwitchDefinition['values']): values is readonly SwitchValue[] {
  return Array.isArray(values)
}
