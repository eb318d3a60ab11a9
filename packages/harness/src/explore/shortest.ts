/**
 * Leaves out whatever is not needed for it to fail, in halves and then one by one, until nothing more can go (Zeller, Simplifying and
 * Isolating Failure-Inducing Input, 2002). Fails with all of `acts`, and with what it returns.
 */
export async function shortest<Act>(
  acts: readonly Act[],
  isFailing: (acts: readonly Act[]) => Promise<boolean>,
): Promise<readonly Act[]> {
  let left = acts
  for (let size = Math.ceil(acts.length / 2); size >= 1; ) {
    const shorter = await without(left, size, isFailing)
    if (shorter.length === left.length) size = size === 1 ? 0 : Math.ceil(size / 2)
    left = shorter
  }
  return left
}

/** Each run of `size` acts is left out once, from the end: what comes last hangs on what came before. */
async function without<Act>(
  acts: readonly Act[],
  size: number,
  isFailing: (acts: readonly Act[]) => Promise<boolean>,
): Promise<readonly Act[]> {
  let left = acts
  for (let end = acts.length; end > 0; end -= size) {
    const shorter = [...left.slice(0, Math.max(0, end - size)), ...left.slice(end)]
    if (shorter.length < left.length && (await isFailing(shorter))) left = shorter
  }
  return left
}
