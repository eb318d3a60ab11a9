/** How a person or a system asks a program to stop, with the exit code that tells of it. */
export interface StopSignal {
  readonly name: NodeJS.Signals
  readonly exitCode: 130 | 143
}

const INTERRUPT: StopSignal = { name: 'SIGINT', exitCode: 130 }
const TERMINATE: StopSignal = { name: 'SIGTERM', exitCode: 143 }

/**
 * Ctrl-C and SIGTERM. Windows has no SIGTERM that a program could hear; there Ctrl-Break is SIGBREAK, and a console that is closed
 * sends SIGHUP and gives ten seconds (Node.js, process: signal events).
 */
function stopSignals(platform: NodeJS.Platform = process.platform): readonly StopSignal[] {
  if (platform !== 'win32') return [INTERRUPT, TERMINATE]
  return [INTERRUPT, { name: 'SIGBREAK', exitCode: 130 }, TERMINATE, { name: 'SIGHUP', exitCode: 143 }]
}

/** The part of `process` that hears signals. */
export interface SignalSource {
  once(name: NodeJS.Signals, listener: () => void): unknown
  off(name: NodeJS.Signals, listener: () => void): unknown
}

/**
 * Calls `stop` at the first signal of each kind; a second one of that kind ends the process, as if nobody listened.
 * @returns the function that stops listening
 */
export function onStopSignal(
  stop: (signal: StopSignal) => void,
  source: SignalSource = process,
  platform?: NodeJS.Platform,
): () => void {
  const heard = stopSignals(platform).map((signal) => ({ name: signal.name, listener: () => stop(signal) }))
  for (const { name, listener } of heard) source.once(name, listener)
  return () => {
    for (const { name, listener } of heard) source.off(name, listener)
  }
}
