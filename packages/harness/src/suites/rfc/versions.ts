import { isJsonObject } from '@scimulator/shared/scim'
import { header, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { composed } from '../../examine/facts.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section } from '../suite.ts'

const ROWS = ['etag-header', 'precondition', 'precondition-kept']

export const versioningResources: Section = {
  id: 'rfc7644-3.14',
  source: 'RFC 7644 §3.14',
  title: 'Versioning resources',
  rows: [
    must('etag-header', 'The version of a resource stands in the header ETag.'),
    must('precondition', 'A write whose If-Match names an earlier version is answered 412 (RFC 7232 §3.1).'),
    must('precondition-kept', 'A write whose If-Match names an earlier version changes nothing (RFC 7232 §3.1).'),
  ],
  questions: [{ decides: ROWS, ask: versions }],
}

function* versions(q: Questioner, note: RowNotes): Asking {
  const config = yield* q.send('GET', '/ServiceProviderConfig')
  const offer = config.body?.etag
  if (!isJsonObject(offer) || offer.supported !== true) return note.notOffered(ROWS, 'versioning', config)
  const made = yield* q.create()
  const first = yield* q.read(made)
  const tag = header(first, 'etag')
  if (!note.row('etag-header', tag !== undefined, first, 'There is no ETag.') || tag === undefined) return
  const changed = yield* q.put(made, { ...made.sent, id: made.id, displayName: `Second ${q.name()}` })
  q.need('rfc7644-3.5.1/supported', changed.ok)
  const body = { ...made.sent, id: made.id, displayName: `Third ${q.name()}` }
  const request = composed(q.facts, 'PUT', `/Users/${encodeURIComponent(made.id)}`, { body })
  const [late] = yield* q.together([{ ...request, headers: [...request.headers, ['If-Match', tag]] }])
  if (!late) return
  note.row('precondition', late.status === 412, late, `It is answered ${late.status}.`)
  const after = yield* q.read(made)
  const isKept = after.ok && valueAt(after.body, 'displayName') !== body.displayName
  note.row('precondition-kept', isKept, late, 'The write was done all the same.', after)
}

/** RFC 7644 §3.13: the version of the protocol, in the base URL. */
export const versioningProtocol: Section = {
  id: 'rfc7644-3.13',
  source: 'RFC 7644 §3.13',
  title: 'The protocol’s version',
  rows: [must('version-kept', 'Under a base URL that ends in v2, version 2 of the protocol is spoken.')],
  questions: [{ decides: ['version-kept'], ask: version }],
}

function* version(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ServiceProviderConfig')
  if (!/\/v2$/i.test(q.facts.base)) return note.notOffered(['version-kept'], 'a version in the base URL', answer)
  const schemas = JSON.stringify(answer.body?.schemas) ?? 'absent'
  note.row(
    'version-kept',
    answer.ok && schemas.includes(':2.0:'),
    answer,
    `It is answered ${answer.status}: ${schemas}.`,
  )
}

/** RFC 7644 §3.11: the alias of who is signed in. */
export const meAlias: Section = {
  id: 'rfc7644-3.11',
  source: 'RFC 7644 §3.11',
  title: 'The alias /Me',
  rows: [must('permanent-location', 'An answer to /Me names the resource’s permanent place in Location.')],
  questions: [{ decides: ['permanent-location'], ask: me }],
}

function* me(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Me')
  const { status } = answer
  if (status !== 200 && status !== 308) return note.notOffered(['permanent-location'], `/Me (${status})`, answer)
  const location = header(answer, 'location') ?? 'absent'
  const isRight = /\/Users\/[^/]+$/.test(location)
  note.row('permanent-location', isRight, answer, 'Location is not that of a resource.')
}
