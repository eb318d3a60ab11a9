import { asText, isJsonArray, isJsonObject, parsedJson } from '@scimulator/shared/scim'
import { decoded } from '../difference.ts'
import type { Difference } from '../evidence.ts'
import { defineFinding } from '../finding.ts'

export const filterMatchesPart = defineFinding({
  id: 'filter-matches-part',
  kind: 'fault',
  title: 'A lookup finds people whose value is only similar',
  detail: 'A filter with eq also finds a person whose userName contains the value asked for, or fits it as a pattern.',
  why: 'Identity providers take whom the lookup finds for the person they mean, and change, disable or hand over the wrong account.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  unseen: 'it takes a person whose userName is within that of another one',
  damage: 'others',
  fix: 'Compare the whole value with eq, and escape what is a wildcard in your database (% and _ in SQL).',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['the-control-group/scim-query-filter-parser-js#11', 'FusionAuth/fusionauth-issues#2455'],
  signs: ['look-up/only-exact'],
  explains: ({ exchange, readBack }) => findsSimilar(exchange) || findsSimilar(readBack),
})

/** A lookup by userName whose answer has somebody of another one. */
function findsSimilar(exchange: Difference['exchange']): boolean {
  const { request, response } = exchange ?? {}
  if (request?.method !== 'GET' || response?.status !== 200) return false
  const [, asked] = /[?&]filter=userName eq "([^"]*)"/i.exec(decoded(request.url)) ?? []
  const body = parsedJson(response.body)
  const found =
    isJsonObject(body) && isJsonArray(body.Resources) ? body.Resources.filter((one) => isJsonObject(one)) : []
  return asked !== undefined && found.some(({ userName }) => asText(userName).toLowerCase() !== asked.toLowerCase())
}
