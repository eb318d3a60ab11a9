import { z } from 'zod'
import { runTranscriptExpectation } from '../expect/transcript-expectation.ts'
import { defineHarnessVerb } from './harness-verb.ts'

export const transcriptVerb = defineHarnessVerb({
  name: 'transcript',
  effect: 'looks',
  describes: 'Compares the canonical transcript up to here with a golden file; UPDATE_GOLDENS=1 writes it.',
  input: z.string().min(1).describe('Path of the golden file, from the scenario’s folder or one above it'),
  golden: (input) => input,
  run(path, context) {
    const position = context.scenario.document.position([])
    context.asked.push(runTranscriptExpectation({ transcript: path, proves: [] }, position, context))
    return {}
  },
})
