import type { StrictFunction } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `DefaultDomain()`: the tenant's default verified domain, taken from the environment; an error when none is set.
 * Source: Microsoft function reference [documented].
 */
export const defaultDomain: StrictFunction = {
  kind: 'strict',
  name: 'DefaultDomain',
  listed: true,
  describes: 'The default domain of the tenant.',
  example: { expression: 'DefaultDomain()', result: 'contoso.com' },
  parameters: [],
  evaluate: (_, run) => run.environment.defaultDomain ?? failure('The tenant has no default verified domain.'),
}
