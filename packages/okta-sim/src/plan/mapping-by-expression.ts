// Mappings as Okta writes them: an attribute of the profile is an expression too (O801, O808).
import type { Behaviour } from '../behaviour.ts'
import { parseExpression } from '../expression/index.ts'
import { type Mapping, Source } from '../values/application.ts'

type Place = Pick<Mapping, 'externalName' | 'externalNamespace' | 'pushStatus'>

/** What the type of the primary email is mapped by at first (O241). */
const EMAIL_TYPE = "(user.email != null && user.email != '') ? 'work' : ''"

/** @throws SyntaxFault with the place of what is wrong */
export function mappingBy(place: Place, expression: string, { expressionNull: nullAs }: Behaviour): Mapping {
  const source = Source.safeParse(expression === EMAIL_TYPE ? 'emailType' : expression.replace(/^user\./, ''))
  parseExpression(expression)
  return { ...place, ...(source.success ? { source: source.data } : { source: expression, nullAs }) }
}

export function expressionOf({ source }: Mapping): string {
  if (source === 'emailType') return EMAIL_TYPE
  return Source.safeParse(source).success ? `user.${source}` : source
}
