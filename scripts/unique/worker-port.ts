import type { Variant } from './variant.ts'

export interface Asked {
  /** None: the file as it is. */
  readonly variant?: Variant | undefined
  /** Below scenarios/. */
  readonly file: string
  readonly isOverSocket?: boolean
}

export interface Told {
  readonly isRed: boolean
  /** Of a green run. */
  readonly touched: readonly string[]
  readonly why?: string
}

/** Touched by a file that is green over a socket only. */
export const OVER_SOCKET = 'socket'
