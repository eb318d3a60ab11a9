import { defineFinding } from '../finding.ts'

export const putNotDone = defineFinding({
  id: 'put-not-done',
  kind: 'fault',
  title: 'A PUT is refused, or answered well and not done',
  detail: 'A PUT of a whole person is refused, or what is read afterwards is not what was put.',
  why: 'Updates of JumpCloud and Okta never arrive.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  fix: 'Replace the attributes of the person by those of the body.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['vouch-sh/vouch#1415'],
  signs: ['put/whole-accepted', 'put/whole-done', 'put/every-attribute'],
  consequences: ['put/without-optional-accepted', 'put/emails-null-accepted', 'discovery/etag-kept'],
  explains: ({ kind, attribute }) => kind !== 'group' && attribute !== 'accounts',
})
