import type { Asking } from '../../examine/asking.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, ON_THIS_MACHINE, type Section, undecidable } from '../suite.ts'

const LOOPBACK = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\]|[^/]+\.test)(:\d+)?(\/|$)/i

export const security: Section = {
  id: 'rfc7644-7',
  source: 'RFC 7644 §5, §7',
  title: 'Text preparation, security',
  rows: [
    must('tls', 'The endpoint is reached over TLS, its tokens included (§7.2, §7.4).'),
    undecidable('tls-1.2', 'not-observable', 'TLS 1.2 is supported, whatever else is (§7.2).'),
    undecidable('certificate', 'client-duty', 'A client checks the server’s certificate (§7.2).'),
    undecidable(
      'token-threats',
      'not-observable',
      'The threats to authorization tokens are taken into account (§2.1, §7.3).',
    ),
    undecidable('token-entropy', 'not-observable', 'Tokens and cookies cannot be guessed (§7.4).'),
    undecidable('token-lifetime', 'not-observable', 'Tokens live for a limited time (§7.4).'),
    undecidable(
      'precis',
      'not-observable',
      'userName and password are prepared as of PRECIS before they are compared (§5, §7.8).',
    ),
    undecidable('privacy', 'not-observable', 'What RFC 7643 says of privacy is taken into account (§7.5.1).'),
  ],
  questions: [{ decides: ['tls'], ask: tls }],
}

/** On this machine there is nobody in between. */
function* tls(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ServiceProviderConfig')
  const { base } = q.facts
  if (LOOPBACK.test(base)) return note.leave(['tls'], ON_THIS_MACHINE)
  note.row('tls', /^https:/i.test(base), answer, 'The base URL begins with http:.')
}
