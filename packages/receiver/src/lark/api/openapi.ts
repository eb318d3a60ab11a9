import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { type Operation, PREFIX } from './operation.ts'
import { OPERATIONS } from './operations.ts'

const Problem = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .meta({ id: 'Problem', description: 'What was wrong, and the way out' })

const Credentials = z.object({ email: z.string(), password: z.string() })
const Who = z.object({
  id: z.string(),
  organisation: z.string(),
  name: z.string(),
  email: z.string(),
  primary: z.boolean(),
  permissions: z.array(z.string()),
})

/** The OpenAPI document of the admin API, made from the zod types that check its requests. */
export function adminOpenApi(): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lark Admin Console of the Scimulator receiver',
      version: '1',
      description: DESCRIPTION,
    },
    paths: { ...sessionPaths(), ...operationPaths() },
    security: [{ session: [] }, { personalToken: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'scimulator_session' },
        personalToken: { type: 'http', scheme: 'bearer' },
      },
    },
  })
}

const DESCRIPTION =
  'All that administrators do with sync sources, members, departments, job titles, user groups and logs. ' +
  'In a demo a caller on this machine is the primary administrator, and acts as another one with the header X-Act-As.'

function operationPaths(): ZodOpenApiPathsObject {
  const paths = new Map<string, Record<string, ZodOpenApiOperationObject>>()
  for (const operation of OPERATIONS) {
    const path = PREFIX + operation.template
    paths.set(path, { ...paths.get(path), [operation.method.toLowerCase()]: described(operation) })
  }
  return Object.fromEntries(paths)
}

function described({ method, template, summary, tag, body, query, response }: Operation): ZodOpenApiOperationObject {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const parameters = z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
  return {
    operationId: `${method.toLowerCase()}${template.replace(/[{}]/g, '').replace(/[/-](\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    summary,
    tags: [tag],
    ...(names.length > 0 || query ? { requestParams: { path: parameters, ...(query ? { query } : {}) } } : {}),
    ...(body ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
    responses: { '200': answered('Done', response), ...problems },
  }
}

const problems = Object.fromEntries(
  [
    ['400', 'The request is not valid'],
    ['401', 'Nobody is signed in'],
    ['403', 'The administrator lacks the permission'],
    ['404', 'There is no such thing'],
    ['409', 'The name or value is taken'],
  ].map(([status, description]) => [status, answered(description ?? '', Problem)]),
)

function answered(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } }
}

function sessionPaths(): ZodOpenApiPathsObject {
  const closed = z.object({ closed: z.boolean() })
  return {
    [`${PREFIX}/session`]: {
      get: {
        operationId: 'getSession',
        summary: 'Who is signed in',
        responses: { '200': answered('Who', Who), ...problems },
      },
      post: {
        operationId: 'postSession',
        summary: 'Sign in; the answer sets a cookie',
        security: [],
        requestBody: { content: { 'application/json': { schema: Credentials } } },
        responses: { '201': answered('Signed in', Who.extend({ expiresAt: z.string() })), ...problems },
      },
      delete: {
        operationId: 'deleteSession',
        summary: 'Sign out',
        responses: { '200': answered('Out', closed), ...problems },
      },
    },
  }
}
