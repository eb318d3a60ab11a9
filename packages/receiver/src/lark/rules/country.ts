import { quoteForDetail, ScimError, type ScimResource } from '@scimulator/shared/scim'
import countries from 'i18n-iso-countries/index.js'
import { type AttributeRule, elementsOf, hasType, textOf } from './attribute-rule.ts'

const ALPHA_2: ReadonlySet<string> = new Set(Object.keys(countries.getAlpha2Codes()))

/**
 * Lark B09: the country of the work address, else of the primary one, else of the first. The Entra ID page asks for ISO 3166-1
 * alpha-2, in capitals as the standard writes it; the JumpCloud page does not, so there the value is stored as it comes.
 */
export const country: AttributeRule = {
  id: 'B09',
  attribute: 'workCountryOrRegion',
  lark: 'WorkCountryOrRegion',
  scim: 'addresses.country',
  read: (resource, { rulesOff }) => (rulesOff.has('B09') ? undefined : countryOf(resource)),
  check(resource, { rulesOff, source }) {
    const value = countryOf(resource)
    if (rulesOff.has('B09') || source.kind !== 'Entra ID' || value === undefined || ALPHA_2.has(value)) return undefined
    return new ScimError(
      'invalidValue',
      `addresses.country ${quoteForDetail(value)} is not an ISO 3166-1 alpha-2 country code. The United States is "US".`,
    )
  },
}

function countryOf(resource: ScimResource): string | undefined {
  const addresses = elementsOf(resource, 'addresses')
  const work = addresses.find((address) => hasType(address, 'work'))
  const primary = addresses.find((address) => address.primary === true)
  return textOf(work ?? primary ?? addresses[0], 'country')
}
