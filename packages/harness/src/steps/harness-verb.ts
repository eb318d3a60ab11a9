import { type Effect, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { VerbWord } from '../scenario/vocabulary.ts'
import type { Path } from '../written/yaml-document.ts'
import type { RunContext } from './run-context.ts'

/** A verb of the harness itself. */
export interface HarnessVerb extends VerbWord {
  /** @param path where the input stands in the file */
  run(input: unknown, context: RunContext, path: Path): Promise<unknown>
}

export function defineHarnessVerb<Input extends z.ZodType>(
  definition: Pick<
    VerbWord,
    | 'name'
    | 'describes'
    | 'problemsIn'
    | 'keeps'
    | 'backup'
    | 'golden'
    | 'asks'
    | 'stepIn'
    | 'standsFor'
    | 'hasLanes'
    | 'mayRunBeside'
    | 'expectationIn'
  > & {
    input: Input
    /** `acts` when left out. */
    effect?: Effect
    kind?: VerbWord['kind']
    run: (input: z.output<Input>, context: RunContext, path: Path) => unknown
  },
): HarnessVerb {
  const { name, input, effect = 'acts', kind = 'verb', run } = definition
  return {
    ...definition,
    effect,
    kind,
    async run(raw, context, path) {
      const parsed = input.safeParse(raw)
      if (!parsed.success) throw new VerbError('invalid', `${name}: ${z.prettifyError(parsed.error)}`)
      return run(parsed.data, context, path)
    },
  }
}
