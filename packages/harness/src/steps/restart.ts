import { z } from 'zod'
import type { Step } from '../scenario/scenario.ts'
import { defineHarnessVerb } from './harness-verb.ts'

const RECEIVER = 'receiver'

export const restartVerb = defineHarnessVerb({
  name: 'restart',
  describes:
    'Ends the receiver as a power cut does and starts it again from its journal; what was held in memory alone is gone.',
  input: z.literal(RECEIVER).describe('Who is restarted'),
  asks: () => RECEIVER,
  run: async (_, { world }) => {
    await world.restartReceiver()
    return {}
  },
})

/** Whether a step restarts the receiver, at once or in the midst of others. */
export function isRestart({ verb, word, input }: Pick<Step, 'verb' | 'word' | 'input'>): boolean {
  return verb === restartVerb.name || Object.hasOwn(word.stepIn?.(input)?.value ?? {}, restartVerb.name)
}
