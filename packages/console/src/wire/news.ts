import { type Head, outcomeOf } from './sentences.ts'

/** `3 new requests, 1 failed`; empty when there are none. @param told number of the last one that was told */
export function newsText(heads: readonly Head[], told: number): string {
  const fresh = heads.filter(({ seq }) => seq > told)
  if (fresh.length === 0) return ''
  const failed = fresh.filter((head) => outcomeOf(head) === 'bad').length
  const said = `${fresh.length} new ${fresh.length === 1 ? 'request' : 'requests'}`
  return failed === 0 ? said : `${said}, ${failed} failed`
}
