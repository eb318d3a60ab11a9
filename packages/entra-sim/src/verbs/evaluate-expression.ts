import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { objectContext } from '../cycle/context-of-object.ts'
import { openSession } from '../cycle/session.ts'
import { attributesFrom, type Evaluation, parseExpression, textsOf, traceExpression } from '../expression/index.ts'
import { findUser } from '../state/find.ts'
import { AppName, appAndJob, UserName } from './inputs.ts'

export const evaluateExpressionVerb = (context: EntraContext) =>
  defineVerb({
    name: 'evaluate-expression',
    describes: 'Expression builder: what an expression gives for a user, part by part; changes nothing.',
    input: z
      .strictObject({
        app: AppName,
        expression: z.string().min(1).meta({ long: true }),
        user: UserName.optional().describe('Whose attributes are taken; without one each attribute is null'),
        values: z
          .record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]))
          .optional()
          .describe('Values of attributes, instead of those of a user'),
      })
      .refine(({ user, values }) => user === undefined || values === undefined, 'Give "user" or "values", not both.'),
    changes: false,
    run: ({ app, expression, user, values }) => {
      const { ports } = context
      const parsed = parseExpression(expression)
      if (!parsed.ok) throw new VerbError('invalid', `${parsed.error.message}\n${parsed.error.caret}`)
      const objectId = user === undefined ? '' : findUser(ports.view, user).id
      const session = openSession(ports, appAndJob(context, app).job, 'rehearsal')
      const object = { objectType: 'User', objectId, isSoftDeleted: false } as const
      const { source, environment } = objectContext(ports, session, object)
      const { evaluation, steps } = traceExpression(expression, values ? attributesFrom(values) : source, environment)
      const parts = steps.map(({ text, depth, outcome, values, reason }) => ({ text, depth, outcome, values, reason }))
      return { ...outputOf(evaluation), parts }
    },
  })

/** A value as a collection of texts, as Graph writes results; none for null. */
function outputOf(evaluation: Evaluation) {
  const { kind } = evaluation
  if (kind === 'value') return { outcome: kind, values: textsOf(evaluation.value), reason: null }
  return { outcome: kind, values: [], reason: kind === 'skip' ? evaluation.reason : evaluation.message }
}
