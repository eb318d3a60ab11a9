/** Resolves to 0 at the first Ctrl-C or SIGTERM; rejects when the program cannot go on. */
export function stopSignal(): { readonly code: Promise<number>; readonly fail: (reason: unknown) => void } {
  let fail: (reason: unknown) => void = () => {}
  const code = new Promise<number>((resolve, reject) => {
    fail = reject
    process.once('SIGINT', () => resolve(0))
    process.once('SIGTERM', () => resolve(0))
  })
  // Listening may fail first; then nobody waits for this promise.
  code.catch(() => {})
  return { code, fail: (reason) => fail(reason) }
}
