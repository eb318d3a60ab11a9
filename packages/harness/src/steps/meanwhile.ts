// An act at the receiver in the midst of what the identity provider does: a step that is put off until a request is about to leave.
import { FaultMatch } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { isPlainObject } from '../written/plain-object.ts'
import { defineHarnessVerb } from './harness-verb.ts'
import { keepResult } from './keep-result.ts'
import { restartVerb } from './restart.ts'

/** Of others nobody knows whether they wait for what they interrupt. */
const OF_RECEIVER = /^(receiver|lark)\.|^restart$/

const Input = z.strictObject({
  before: FaultMatch.describe('The request that waits for it'),
  skip: z.int().min(0).default(0).describe('How many fitting requests pass first'),
  do: z
    .record(z.string(), z.unknown())
    .describe('The step: a verb of the receiver, and save beside it for what later steps use'),
})

function stepIn(input: unknown): Readonly<Record<string, unknown>> | undefined {
  return isPlainObject(input) && isPlainObject(input.do) ? input.do : undefined
}

export const meanwhileVerb = defineHarnessVerb({
  name: 'meanwhile',
  describes: 'Carries a step at the receiver out while later ones run, once, right before a fitting request is sent.',
  input: Input,
  stepIn: (input) => {
    const value = stepIn(input)
    return value && { value, path: ['do'] }
  },
  asks: (input) => (Object.hasOwn(stepIn(input) ?? {}, restartVerb.name) ? 'receiver' : undefined),
  keeps: (input) => {
    const save = stepIn(input)?.save
    return typeof save === 'string' ? [save] : []
  },
  problemsIn: (input) =>
    Object.keys(stepIn(input) ?? {})
      .filter((name) => !['save', 'note', 'fails'].includes(name) && !OF_RECEIVER.test(name))
      .map((name) => ({
        message: `meanwhile takes a verb of the receiver, such as receiver.revoke-access-tokens, and not ${name}.`,
        path: ['do', name],
      })),
  run({ before, skip, do: step }, context, path) {
    const { line } = context.scenario.document.position(path)
    const { save, ...verbs } = step
    const [[name, input] = ['', undefined]] = Object.entries(verbs)
    const [program = '', ...rest] = name.split('.')
    const verb = context.world.controls.get(program)?.verbs.get(rest.join('.'))
    if (name === restartVerb.name) {
      context.world.interruptions.add(
        before,
        skip,
        line,
        async () => void (await restartVerb.run(input, context, path)),
      )
      return {}
    }
    const kept = typeof save === 'string' ? save : undefined
    context.world.interruptions.add(before, skip, line, async () => {
      const result = await verb?.run(input ?? {})
      keepResult(result, { name: kept, givesAccess: verb?.effect === 'gives-access' }, context)
    })
    return {}
  },
})
