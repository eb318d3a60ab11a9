import { BadInput, suggest } from '@scimulator/harness/scenario'
import type { SwitchDefinition, SwitchValue } from '@scimulator/shared/behaviour'

type Definitions = Readonly<Record<string, SwitchDefinition>>

/**
 * The values of `--switch`, each `id=value`, as a program takes them: the last one of an id counts.
 *
 * @throws BadInput that names the switch, the value and what is allowed
 */
export function readSwitches(definitions: Definitions, texts: readonly string[]): Record<string, SwitchValue> {
  return Object.fromEntries(texts.map((text) => readSwitch(definitions, text)))
}

function readSwitch(definitions: Definitions, text: string): [string, SwitchValue] {
  const at = text.indexOf('=')
  if (at < 1) throw new BadInput(`--switch is "${text}"; give the name of a switch, "=" and its value`)
  const id = text.slice(0, at)
  const definition = Object.hasOwn(definitions, id) ? definitions[id] : undefined
  if (!definition) throw new BadInput(`There is no switch "${id}". ${suggest(id, Object.keys(definitions))}`)
  return [id, readValue(definition, text.slice(at + 1))]
}

function readValue({ id, values }: SwitchDefinition, text: string): SwitchValue {
  if (isList(values)) {
    const value = values.find((allowed) => String(allowed) === text)
    if (value === undefined) throw new BadInput(`Switch "${id}" cannot be "${text}". Allowed: ${values.join(', ')}.`)
    return value
  }
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= values.min && value <= values.max) return value
  throw new BadInput(`Switch "${id}" cannot be "${text}". Allowed: ${values.min} to ${values.max}.`)
}

function isList(values: SwitchDefinition['values']): values is readonly SwitchValue[] {
  return Array.isArray(values)
}
