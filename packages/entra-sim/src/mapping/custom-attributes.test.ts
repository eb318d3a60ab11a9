import { expect, test } from 'vitest'
import { isLeftOutOfPost } from './custom-attributes.ts'
import { parseTargetPath } from './target-path.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

test.each<[string, string, boolean]>([
  ['as documented', 'urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge', false],
  ['as documented, with a part', 'urn:ietf:params:scim:schemas:extension:acme:2.0:User:badge.number', false],
  ['as documented, of a group', 'urn:ietf:params:scim:schemas:extension:acme:2.0:Group:cost', false],
  ['of the core schema', 'title', false],
  ['of the core schema, not in the default list', 'name.middleName', false],
  ['of the core schema by its URN', 'urn:ietf:params:scim:schemas:core:2.0:User:nickName', false],
  ['an element of the core schema', 'ims[type eq "skype"].value', false],
  ['of the enterprise schema', `${ENTERPRISE}:costCenter`, false],
  ['a plain word (Immuta)', 'my_role', true],
  ['a URN of one’s own', 'urn:acme:scim:User:badge', true],
  ['another version', 'urn:ietf:params:scim:schemas:extension:acme:1.0:User:badge', true],
  ['without User', 'urn:ietf:params:scim:schemas:extension:acme:2.0:badge', true],
  ['an unknown attribute under the core URN', 'urn:ietf:params:scim:schemas:core:2.0:User:my_role', true],
  ['an element of a list of one’s own', 'badges[type eq "work"].value', true],
  ['with a colon in the name', 'urn:ietf:params:scim:schemas:extension:acme:hr:2.0:User:badge', true],
])('%s: %s is left out of a POST: %s', (_name, text, isLeftOut) => {
  const path = parseTargetPath(text)
  expect(path && isLeftOutOfPost(path)).toBe(isLeftOut)
})
