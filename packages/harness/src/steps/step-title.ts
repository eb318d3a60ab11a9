import type { Step } from '../scenario/scenario.ts'
import { isPlainObject } from '../written/plain-object.ts'

const LONGEST = 100

/** `entra.assign { group: Engineering }`, on one line and not too long. */
export function stepTitle(
  { verb, word: { kind }, input }: Pick<Step, 'verb' | 'word' | 'input'>,
  redact: (text: string) => string,
): string {
  if (kind === 'expectations') return verb
  if (typeof input === 'string') return kind === 'text' ? input : `${verb} ${input}`
  const text = redact(flow(input))
  if (text === '{}') return verb
  return `${verb} ${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}`
}

/** A value as YAML writes it on one line; long lists and companies are only counted. */
function flow(value: unknown): string {
  if (typeof value === 'string') return value === '' || /[,[\]{}#]/.test(value) ? JSON.stringify(value) : value
  if (Array.isArray(value)) return value.length > 3 ? `[${value.length} entries]` : `[${value.map(flow).join(', ')}]`
  if (!isPlainObject(value)) return JSON.stringify(value)
  if (Array.isArray(value.people)) return `${String(value.name)} with ${value.people.length} people`
  const members = Object.entries(value).map(([key, item]) => `${key}: ${flow(item)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
