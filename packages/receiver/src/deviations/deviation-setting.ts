import { nearest } from '@scimulator/shared/behaviour'
import { parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'
import { DEVIATIONS, DeviationName } from './deviations.ts'

/** A deviation that is on, with its pause where that is not its own. */
export interface DeviationSetting {
  readonly name: DeviationName
  /** Milliseconds. */
  readonly ms?: number
}

const WAITING = DEVIATIONS.filter(({ pauseMs }) => pauseMs !== undefined).map(({ name }) => name)
const WaitingName = z.enum(WAITING)
const WITH_PAUSE = /^([a-z0-9-]+)\s*[=:]\s*(.+)$/

const Pause = z
  .string()
  .refine((text) => parseDuration(text) !== undefined, 'A pause is written 2s or 1m 30s')
  .describe('2s, 1m 30s')

// Every check aborts: zod would else take a text that fails one check only for the branch that was meant.
const Text = z
  .string()
  .regex(new RegExp(`^(${WAITING.join('|')})\\s*[=:]`), { abort: true })
  .refine((text) => settingOfText(text) !== undefined, { abort: true })
  .describe('slow=2s')

/**
 * A deviation by its name; one that waits also with its pause: `slow: 2s` as a map or a text, `{ name: slow, ms: 2000 }`, and on a
 * command line `slow=2s`.
 */
export const DeviationChoice = z.union(
  [
    DeviationName,
    Text,
    z.partialRecord(WaitingName, Pause).refine((map) => Object.keys(map).length === 1, { abort: true }),
    z.strictObject({ name: WaitingName, ms: z.int().min(0).optional() }),
  ],
  { error: ({ input }) => unknownDeviation(input) },
)
export type DeviationChoice = z.infer<typeof DeviationChoice>

/** The choice in its one form. */
export function settingOf(choice: DeviationChoice): DeviationSetting {
  const { name, ms } = typeof choice === 'string' ? ofText(choice) : ofMap(choice)
  return ms === undefined ? { name: DeviationName.parse(name) } : { name: DeviationName.parse(name), ms }
}

/** As it may be written: the name alone where the pause is the deviation's own. */
export function choiceOf({ name, ms }: DeviationSetting): DeviationName | DeviationSetting {
  return ms === undefined ? name : { name, ms }
}

function ofText(text: string): { readonly name: string; readonly ms?: number | undefined } {
  return settingOfText(text) ?? { name: text }
}

function settingOfText(text: string): { readonly name: string; readonly ms: number } | undefined {
  const [, name, pause] = WITH_PAUSE.exec(text) ?? []
  const ms = pause === undefined ? undefined : parseDuration(pause)
  return name === undefined || ms === undefined ? undefined : { name, ms }
}

function ofMap(choice: Exclude<DeviationChoice, string>): { readonly name: string; readonly ms?: number | undefined } {
  if ('name' in choice && choice.name !== undefined) return { name: choice.name, ms: choice.ms }
  const [[name, pause] = ['', '']] = Object.entries(choice)
  return { name, ms: parseDuration(String(pause)) }
}

function unknownDeviation(input: unknown): string {
  const shown = JSON.stringify(input) ?? 'nothing'
  const [near] = typeof input === 'string' ? nearest(input, DeviationName.options, 1) : []
  if (near !== undefined) return `${shown.slice(0, 80)} is not a deviation. Did you mean "${near}"?`
  return `${shown.slice(0, 80)} is not a deviation. Known: ${DeviationName.options.join(', ')}; ${WAITING.join(', ')} may have a pause, as in slow: 2s`
}
