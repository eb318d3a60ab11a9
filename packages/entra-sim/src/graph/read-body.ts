import { z } from 'zod'
import { badRequest } from './graph-error.ts'

/** The body in the wanted shape, or GraphError 400 that names the property. */
export function readBody<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const parsed = shape.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  throw badRequest(`The request body cannot be used: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
}

/** `{"@odata.id": "https://graph.microsoft.com/v1.0/users/{id}"}` names an object by the end of its URL. */
export const Reference = z
  .looseObject({ '@odata.id': z.string() })
  .transform((body) => /\/([^/('"]+)'?\)?$/.exec(body['@odata.id'])?.[1] ?? '')
