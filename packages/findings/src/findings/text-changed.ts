import { asText, isJsonArray, isJsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { isValue, methodOf, statusOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

/** Letters beyond ASCII, and what is escaped somewhere. */
const ODD = /[^ -~]|["<>&\\]/

export const textChanged = defineFinding({
  id: 'text-changed',
  kind: 'fault',
  title: 'Text does not come back as it was sent',
  detail: 'A displayName with letters beyond ASCII, quotation marks or angle brackets is changed or refused.',
  why: 'Names arrive mangled, and Entra ID sends them anew at each evaluation.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for people with such names',
  damage: 'attribute',
  fix: 'Read and write UTF-8, and escape where text is shown, not where it is stored.',
  clause: 'RFC 7643 §2.3.1',
  sources: ['Microsoft: Known issues for provisioning', 'RFC 7643 §2.3.1'],
  signs: ['data/text-kept'],
  consequences: ['look-up/special-characters'],
  explains: (difference) => {
    if (difference.attribute !== 'answer') return isValue(difference) && ODD.test(asText(difference.expected))
    const isWrite = methodOf(difference) !== 'GET' && statusOf(difference) >= 400
    return isWrite && textsIn(parsedJson(difference.exchange?.request.body ?? '')).some((text) => ODD.test(text))
  },
})

/** The texts that are written, without names of attributes and paths. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isJsonArray(value)) return value.flatMap(textsIn)
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, one]) => (name === 'path' ? [] : textsIn(one)))
}
