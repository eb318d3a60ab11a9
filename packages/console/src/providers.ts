// The identity providers. A further one is a file of its own and its line here.
import { entraProvider } from './entra/provider.ts'
import { jumpCloudProvider } from './jumpcloud/provider.ts'
import { oktaProvider } from './okta/provider.ts'
import type { Provider } from './parts/provider.ts'

/** In the order of the start page. */
export const PROVIDERS: readonly Provider[] = [entraProvider, jumpCloudProvider, oktaProvider]

export function providerOf(program: string): Provider | undefined {
  return PROVIDERS.find((one) => one.program === program)
}
