/** The loop of this process, for work that lets others go on between its parts. Tests put one of their own in its place. */
export interface EventLoop {
  /** Milliseconds that have passed since some moment; nobody sets it. */
  elapsed(): number
  /** Calls back when the loop has come round: what has arrived meanwhile was handled before. */
  comeRound(then: () => void): void
}

export const eventLoop: EventLoop = {
  elapsed: () => performance.now(),
  comeRound: (then) => void setImmediate(then),
}
