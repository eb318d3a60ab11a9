import { storedResource } from './asking.ts'
import { attributeValue, withoutAttribute, withValue } from './attribute.ts'
import type { Wrap } from './deviation.ts'
import { bodyOf, isFor, rewritingOperations, withBody } from './rewriting.ts'

/** Carries out writes to what exists without what they say about one attribute, and answers as if nothing were missing. */
export function ignoringChanges(collection: 'Users' | 'Groups', attribute: string): Wrap {
  const inPatch = rewritingOperations((operation, request) =>
    isFor(request, collection) ? withoutAttribute(operation, attribute) : operation,
  )
  const inPut: Wrap = (next) => async (request) => {
    const body = request.method === 'PUT' && isFor(request, collection) ? bodyOf(request) : undefined
    const stored = body && (await storedResource(next, request))
    return next(stored ? withBody(request, withValue(body, attribute, attributeValue(stored, attribute))) : request)
  }
  return (next) => inPut(inPatch(next))
}
