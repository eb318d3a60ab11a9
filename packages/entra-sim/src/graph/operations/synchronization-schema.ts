import { putSchema } from '../../acts/job-acts.ts'
import { expressionEnvironment } from '../../expression/index.ts'
import {
  answerParseExpression,
  functionSchemas,
  ParseExpressionRequest,
  presetSchema,
  SynchronizationSchema,
} from '../../mapping/index.ts'
import { filterOperatorSchemas } from '../../scoping/index.ts'
import { collection, single } from '../collection.ts'
import { jobOf } from '../find.ts'
import { GraphError, notFound } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation, parameter } from '../operation.ts'
import { readBody } from '../read-body.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/jobs/{job}/schema'

/** Graph synchronizationSchema: read, replace, back to the default, and what can be written in it. */
export const synchronizationSchemaOperations = [
  operation('GET', TEMPLATE, (call) => single(call, { ...jobOf(call).job.schema }, 'synchronizationSchema')),

  operation('PUT', TEMPLATE, (call) => {
    const { job } = jobOf(call)
    const { '@odata.context': _link, ...schema } = readBody(SynchronizationSchema, call.body)
    assertRules(job.schema, schema)
    putSchema(call.context, job, schema)
    return NO_CONTENT
  }),

  operation('DELETE', TEMPLATE, (call) => {
    const { job } = jobOf(call)
    const ruleId = job.schema.synchronizationRules[0]?.id ?? job.id
    putSchema(call.context, job, presetSchema(ruleId))
    return NO_CONTENT
  }),

  ...['filterOperators', 'filterOperators()'].map((name) =>
    operation('GET', `${TEMPLATE}/${name}`, (call) => {
      jobOf(call)
      return listAnswer(call, 'filterOperatorSchema', filterOperatorSchemas())
    }),
  ),

  ...['functions', 'functions()'].map((name) =>
    operation('GET', `${TEMPLATE}/${name}`, (call) => {
      jobOf(call)
      return listAnswer(call, 'attributeMappingFunctionSchema', functionSchemas())
    }),
  ),

  operation('POST', `${TEMPLATE}/parseExpression`, (call) => {
    const { ports } = call.context
    jobOf(call)
    const environment = expressionEnvironment({
      now: ports.now(),
      newGuid: () => ports.ids.uuid('Guid'),
      random: () => ports.ids.random('RandomString'),
      defaultDomain: ports.view.tenant.defaultDomain,
    })
    const answer = answerParseExpression(readBody(ParseExpressionRequest, call.body), environment)
    return single(call, { ...answer }, 'microsoft.graph.parseExpressionResponse')
  }),

  operation('POST', `${TEMPLATE}/directories/{directory}/discover`, (call) => {
    return single(call, { ...directoryOf(call) }, 'directoryDefinitions')
  }),

  operation('GET', `${TEMPLATE}/directories`, (call) => {
    const directories = jobOf(call).job.schema.directories.map((directory) => ({ ...directory }))
    return collection(call, directories, { context: 'directoryDefinitions' })
  }),

  operation('GET', `${TEMPLATE}/directories/{directory}`, (call) =>
    single(call, { ...directoryOf(call) }, 'directoryDefinitions'),
  ),
]

function directoryOf(call: GraphCall) {
  const name = parameter(call, 'directory')
  const directory = jobOf(call).job.schema.directories.find((one) => one.id === name || one.name === name)
  if (!directory) throw notFound(name)
  return directory
}

/** A schema that would leave the job without its rule is refused: the rule's id is what provision on demand asks for. */
function assertRules(before: SynchronizationSchema, after: SynchronizationSchema): void {
  const lost = before.synchronizationRules.find((rule) => !after.synchronizationRules.some(({ id }) => id === rule.id))
  if (!lost) return
  throw new GraphError(
    400,
    'SchemaInvalid',
    `The synchronization rule '${lost.id}' is missing; keep its id and change its mappings.`,
  )
}

function listAnswer(call: GraphCall, type: string, value: readonly object[]) {
  return {
    status: 200,
    body: { '@odata.context': `${call.root}/$metadata#Collection(microsoft.graph.${type})`, value },
  }
}
