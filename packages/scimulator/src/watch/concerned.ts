/** What is known of a scenario that has run. */
export interface WatchedScenario {
  /** Files that it depends on beside its own, absolute. Of one that does not load nobody knows all of them. */
  readonly reads: ReadonlySet<string>
  readonly loads: boolean
}

/**
 * Scenarios that have to run again: new ones, those that changed themselves or whose fragments, companies or goldens did, and those that
 * did not load, because what they lack may have come.
 *
 * @param files all scenarios that there are now, absolute
 * @param changed absolute
 */
export function concernedBy(
  changed: ReadonlySet<string>,
  files: readonly string[],
  known: ReadonlyMap<string, WatchedScenario>,
): readonly string[] {
  return files.filter((path) => {
    const scenario = known.get(path)
    if (!scenario || changed.has(path)) return true
    return scenario.loads ? [...changed].some((one) => scenario.reads.has(one)) : changed.size > 0
  })
}
