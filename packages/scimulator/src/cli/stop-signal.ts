import { onStopSignal } from '@scimulator/shared/platform'

/** How often a program that npm started looks whether npm is still there, in milliseconds. */
const PARENT_CHECK_MS = 250

/** Resolves to the exit code at the first Ctrl-C (130) or SIGTERM (143); rejects when the program cannot go on. */
export function stopSignal(): { readonly code: Promise<number>; readonly fail: (reason: unknown) => void } {
  let fail: (reason: unknown) => void = () => {}
  const code = new Promise<number>((resolve, reject) => {
    fail = reject
    onStopSignal(({ exitCode }) => resolve(exitCode))
    whenNpmIsGone(() => resolve(143))
  })
  // Listening may fail first; then nobody waits for this promise.
  code.catch(() => {})
  return { code, fail: (reason) => fail(reason) }
}

/** `npx` passes SIGTERM on to a shell, which ends without telling the program: an orphan would keep its port. */
function whenNpmIsGone(stop: () => void): void {
  if (process.env.npm_command === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, PARENT_CHECK_MS)
  timer.unref()
}
