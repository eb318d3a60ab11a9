import { timingSafeEqual } from 'node:crypto'

/** Whether what was shown is what is kept, in a time that tells no more than their lengths. For everything that opens a door. */
export function equalInConstantTime(shown: string | Uint8Array, kept: string | Uint8Array): boolean {
  const [left, right] = [Buffer.from(shown), Buffer.from(kept)]
  return left.length === right.length && timingSafeEqual(left, right)
}
