import { z } from 'zod'
import { runExpectation } from '../expect/run-expectation.ts'
import { Duration } from '../scenario/duration.ts'
import { capturesOf } from '../scenario/expectations-of.ts'
import { ViewExpectation } from '../scenario/scenario-grammar.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { defineHarnessVerb } from './harness-verb.ts'

const Input = z.strictObject({
  holds: ViewExpectation.describe('What time moves on for'),
  within: Duration.describe('How long at most: 40m, 1d 12h'),
})

const holdsIn = (input: unknown): unknown => (isPlainObject(input) ? input.holds : undefined)

export const untilVerb = defineHarnessVerb({
  name: 'until',
  describes: 'Moves every clock from one due moment to the next until an expectation holds, and no further.',
  input: Input,
  expectationIn: (input) => ({ value: holdsIn(input), path: ['holds'] }),
  keeps: (input) => capturesOf(holdsIn(input)),
  async run({ holds, within }, context, path) {
    const value = { ...holds, eventually: within }
    context.asked.push(await runExpectation({ value, path: [...path, 'holds'] }, context))
    return {}
  },
})
