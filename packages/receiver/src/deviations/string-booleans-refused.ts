import { isJsonArray, isJsonObject } from '@scimulator/shared/scim'
import type { Deviation } from './deviation.ts'
import { bodyOf, errorAnswer } from './rewriting.ts'

/**
 * Refuses "True" and "False" as text in a PATCH with 400. Pain: without the suffix on its URL Entra ID can
 * disable nobody. Source: bytebase/bytebase#19073, rancher/rancher#54025.
 */
export const stringBooleansRefused: Deviation = {
  name: 'string-booleans-refused',
  describes: 'Refuses "True" and "False" as text in a PATCH with 400.',
  pain: 'without the suffix on its URL Entra ID can disable nobody.',
  source: 'bytebase/bytebase#19073, rancher/rancher#54025',
  create: () => (next) => async (request) => {
    const operations = request.method === 'PATCH' ? bodyOf(request)?.Operations : undefined
    const isText = (value: unknown) => typeof value === 'string' && /^(true|false)$/i.test(value)
    const isRefused = isJsonArray(operations) && operations.some((one) => isJsonObject(one) && isText(one.value))
    return isRefused ? errorAnswer(400, 'invalidValue', 'active is a boolean, not a string.') : next(request)
  },
}
