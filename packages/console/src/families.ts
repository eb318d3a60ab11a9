// The portals. What is not about one of them loops over this list.
import { entraFamily } from './entra/family.ts'
import { jumpCloudFamily } from './jumpcloud/family.ts'
import { oktaFamily } from './okta/family.ts'
import type { Family } from './parts/family.ts'
import { larkFamily } from './receiver/family.ts'

/** In the order of the rail. */
export const FAMILIES: readonly Family[] = [larkFamily, entraFamily, jumpCloudFamily, oktaFamily]

/** What a program is called; its own name where no portal is its. */
export function nameOfProgram(program: string): string {
  return FAMILIES.find((family) => family.program === program)?.name ?? program
}
