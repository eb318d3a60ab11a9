import { type Effect, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { VerbWord } from '../scenario/vocabulary.ts'
import type { RunContext } from './run-context.ts'

/** A verb of the harness itself. */
export interface HarnessVerb extends VerbWord {
  run(input: unknown, context: RunContext): Promise<unknown>
}

export function defineHarnessVerb<Input extends z.ZodType>(definition: {
  name: string
  describes: string
  input: Input
  /** `acts` when left out. */
  effect?: Effect
  kind?: VerbWord['kind']
  run: (input: z.output<Input>, context: RunContext) => unknown
}): HarnessVerb {
  const { name, describes, input, effect = 'acts', kind = 'verb', run } = definition
  return {
    name,
    describes,
    input,
    effect,
    kind,
    async run(raw, context) {
      const parsed = input.safeParse(raw)
      if (!parsed.success) throw new VerbError('invalid', `${name}: ${z.prettifyError(parsed.error)}`)
      return run(parsed.data, context)
    },
  }
}
