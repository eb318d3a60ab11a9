import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { RunContext } from './run-context.ts'

/** A verb of the harness itself. */
export interface HarnessVerb {
  readonly name: string
  readonly describes: string
  readonly input: z.ZodType
  run(input: unknown, context: RunContext): Promise<unknown>
}

export function defineHarnessVerb<Input extends z.ZodType>(definition: {
  name: string
  describes: string
  input: Input
  run: (input: z.output<Input>, context: RunContext) => unknown
}): HarnessVerb {
  const { name, describes, input, run } = definition
  return {
    name,
    describes,
    input,
    async run(raw, context) {
      const parsed = input.safeParse(raw)
      if (!parsed.success) throw new VerbError('invalid', `${name}: ${z.prettifyError(parsed.error)}`)
      return run(parsed.data, context)
    },
  }
}
