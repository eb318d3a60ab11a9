// What the endpoint says of itself in /ServiceProviderConfig (RFC 7643 §5).
import { isJsonObject } from '@scimulator/shared/scim'
import type { Answer } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'

/** Whether a feature may be asked about. Where the endpoint says that it has none, the rows are not applicable. */
export function* mayAsk(q: Questioner, note: RowNotes, rows: readonly string[], feature: string): Asking<boolean> {
  const answer = yield* q.send('GET', '/ServiceProviderConfig')
  if (!isRefused(answer, feature)) return true
  note.notOffered(rows, feature, answer)
  return false
}

function isRefused({ ok, body }: Answer, feature: string): boolean {
  const offer = body?.[feature]
  return ok && isJsonObject(offer) && offer.supported === false
}
