// What RFC 7643 and RFC 7644 oblige a service provider to, section by section, in our own words.
import type { Suite } from '../suite.ts'
import { creatingResources } from './creating-resources.ts'
import { deletingResources } from './deleting-resources.ts'

export const rfc: Suite = {
  name: 'rfc',
  kit: {
    name: 'SCIM 2.0: Core Schema and Protocol',
    publisher: 'IETF',
    version: 'RFC 7643, RFC 7644',
    date: '2015-09',
    url: 'https://www.rfc-editor.org/rfc/rfc7644',
  },
  sections: [creatingResources, deletingResources],
}
