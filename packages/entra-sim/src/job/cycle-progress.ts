/** How far the cycle that is under way has come. Counted in objects; Graph shows pages of them. */
export interface CycleProgress {
  readonly total: number
  readonly completed: number
  readonly observedAt: number
}
