import { z } from 'zod'
import type { SwitchDefinition, SwitchValue } from '../behaviour/index.ts'

/** The switches of a program as they may be written under `given`: each optional, with the values that it allows. */
export function switchesType(definitions: Readonly<Record<string, SwitchDefinition>>): z.ZodType {
  const members = Object.values(definitions).map((definition) => [definition.id, switchType(definition)])
  return z.strictObject(Object.fromEntries(members)).optional()
}

function switchType({ values, describes, grade, source, default: usual }: SwitchDefinition): z.ZodType {
  const type = isList(values) ? z.literal([...values]) : z.number().min(values.min).max(values.max)
  return type.optional().describe(`${describes} Default ${JSON.stringify(usual)}; ${grade}: ${source}`)
}

function isList(values: SwitchDefinition['values']): values is readonly SwitchValue[] {
  return Array.isArray(values)
}

const WithSwitches = z.object({ switches: z.record(z.string(), z.unknown()).optional() })

/** The overrides of switches among a program's options, ready to be handed on; nothing where there are none. */
export function switchesOf(options: unknown): { switches?: Readonly<Record<string, unknown>> } {
  const { switches } = WithSwitches.parse(options)
  return switches === undefined ? {} : { switches }
}
