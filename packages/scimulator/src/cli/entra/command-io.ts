/** Where a command writes; each call is one line or block without its last line break. */
export interface CommandIo {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
