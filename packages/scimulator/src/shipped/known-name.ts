import { suggest } from '@scimulator/harness/scenario'

/** @throws Error with the nearest names when it is none of them */
export function knownName<Name extends string>(written: string, known: readonly Name[], what: string): Name {
  const name = known.find((one) => one === written)
  if (name === undefined) throw new Error(`There is no ${what} "${written}". ${suggest(written, known)}`)
  return name
}
