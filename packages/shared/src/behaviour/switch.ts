// A switch names one behaviour that public material leaves open, or that a product lets people choose. The resolved record is an
// argument of pure code; each switch is consulted in one file only, so that its meaning can be read in one place.

/**
 * How well something is known: `documented` by the vendor, `observed` by several people independently, `observed once` by one,
 * `inferred` from what else is known, `decided` by this project.
 */
export type Grade = 'documented' | 'observed' | 'observed once' | 'inferred' | 'decided'

export type SwitchValue = string | number | boolean

export interface SwitchDefinition<Value extends SwitchValue = SwitchValue> {
  readonly id: string
  /** The allowed values, or the bounds of a free number. */
  readonly values: readonly Value[] | { readonly min: number; readonly max: number }
  readonly default: Value
  /**
   * The values worth trying at an endpoint, the default among them, when the switch changes what the endpoint is sent. Absent when
   * it changes only what the simulator keeps to itself.
   */
  readonly onWire?: readonly Value[]
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
  definition: Omit<SwitchDefinition, 'values' | 'default' | 'onWire'> & {
    values: Values
    default: NoInfer<Values[number]>
    onWire?: readonly NoInfer<Values[number]>[]
  },
): SwitchDefinition<Values[number]>
export function defineSwitch(
  definition: Omit<SwitchDefinition, 'values' | 'default' | 'onWire'> & {
    values: { min: number; max: number }
    default: number
    onWire?: readonly number[]
  },
): SwitchDefinition<number>
export function defineSwitch(definition: SwitchDefinition): SwitchDefinition {
  return definition
}

/** The defaults with `overrides` laid over them. @throws an Error that names the switch, the value and what is allowed. */
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

/** A switch that changes what an endpoint is sent, with the values to try there. */
export interface WireSwitch {
  readonly id: string
  readonly default: SwitchValue
  /** The default first. */
  readonly values: readonly SwitchValue[]
  readonly grade: Grade
  /**
   * Whether its default may decide a verdict about an endpoint. Where the grade is weaker, every value has to be tried, and a
   * finding that needs one of them says so.
   */
  readonly decidesAlone: boolean
  readonly describes: string
  readonly source: string
}

const DECIDING: ReadonlySet<Grade> = new Set(['documented', 'observed', 'decided'])

/** The switches that bear on the wire, in the order of their definitions. */
export function wireSwitches(definitions: Readonly<Record<string, SwitchDefinition>>): readonly WireSwitch[] {
  return Object.values(definitions).flatMap((definition) => {
    const { id, default: usual, onWire, grade, describes, source } = definition
    if (onWire === undefined) return []
    const values = [usual, ...onWire.filter((value) => value !== usual)]
    return [{ id, default: usual, values, grade, decidesAlone: DECIDING.has(grade), describes, source }]
  })
}
