import pc from 'picocolors'

/** Colours on a terminal that has them and wants them (NO_COLOR, FORCE_COLOR), and none anywhere else. */
export function terminalStyle() {
  return pc.createColors(pc.isColorSupported && process.stdout.isTTY === true)
}
