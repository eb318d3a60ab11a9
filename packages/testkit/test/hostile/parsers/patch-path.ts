// Paths of PATCH operations (RFC 7644 §3.5.2).
import { enterpriseUserSchema, parsePath, userResourceType } from '@scimulator/shared/scim'
import { one, seq } from '../grammar.ts'
import { must, textTarget, unlessRefused } from '../target.ts'
import { attributePath, elementFilter } from './scim-filter.ts'

const filtered = seq(one('emails', 'members', 'addresses'), '[', elementFilter, ']', one('', '.value', '.a-b'))

/** Nearly one: a filter behind a sub-attribute, what is no sub-attribute behind a filter, longer than any. */
const nearly = one(
  seq('name.familyName[', elementFilter, ']'),
  seq('emails[', elementFilter, '].', one('', 'a.b', '9', 'urn:x:1.5:a')),
  (draw) => 'a'.repeat(4_090 + draw.below(20)),
)

export const patchPath = textTarget({
  name: 'PATCH paths',
  files: ['shared/src/scim/path.ts'],
  grammar: one(
    attributePath,
    attributePath,
    filtered,
    filtered,
    nearly,
    enterpriseUserSchema.id,
    userResourceType.schema.id,
    seq(' ', attributePath, ' '),
  ),
  accepts: (text) =>
    unlessRefused(['ScimError'], () => {
      const path = parsePath(text, userResourceType)
      must(path.start >= 0 && path.end <= text.length, () => `it stands from ${path.start} to ${path.end}`)
    }),
})
