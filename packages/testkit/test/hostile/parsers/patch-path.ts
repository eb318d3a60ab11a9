// Paths of PATCH operations (RFC 7644 §3.5.2).
import { enterpriseUserSchema, parsePath, userResourceType } from '@scimulator/shared/scim'
import { one, seq } from '../grammar.ts'
import { must, textTarget, unlessRefused } from '../target.ts'
import { attributePath, elementFilter } from './scim-filter.ts'

const filtered = seq(one('emails', 'members', 'addresses'), '[', elementFilter, ']', one('', '.value', '.a-b'))

export const patchPath = textTarget({
  name: 'PATCH paths',
  files: ['shared/src/scim/path.ts'],
  grammar: one(
    attributePath,
    filtered,
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
