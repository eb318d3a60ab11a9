import { accessIn } from '../world/source-book.ts'
import type { RunContext } from './run-context.ts'

/** Keeps what a verb has answered: its secrets, the access that it gives, and the whole of it under a name. */
export function keepResult(
  result: unknown,
  {
    name,
    givesAccess,
    place = name ?? 'meanwhile',
  }: { name?: string | undefined; givesAccess: boolean; place?: string },
  { world, saved }: RunContext,
): void {
  world.secrets.addFrom(result)
  const access = givesAccess ? accessIn(result) : undefined
  if (access) world.sources.add(name ?? place, access)
  if (name !== undefined) saved.set(name, result ?? null)
}
