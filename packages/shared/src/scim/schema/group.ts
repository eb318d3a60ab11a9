import { urns } from '../urns.ts'
import { attribute, multiValued, type SchemaDefinition } from './attribute-definition.ts'

/**
 * RFC 7643 §4.2 and §8.7.1. Three departures from the JSON of §8.7.1: `displayName` is required, as the text of §4.2
 * says; `members.value` is case exact, because it is the `id` of another resource, and ids are (§3.1);
 * `members.display`, which §8.7.1 does not have, is returned on request only: Microsoft's validator and scim2-tester
 * fault an answer that has it unasked.
 */
export const groupSchema: SchemaDefinition = {
  id: urns.group,
  name: 'Group',
  description: 'Group',
  attributes: [
    attribute('displayName', 'string', 'A human-readable name for the group.', { required: true }),
    multiValued('members', 'The members of the group.', [
      attribute('value', 'string', 'The identifier of the member.', { caseExact: true, mutability: 'immutable' }),
      attribute('$ref', 'reference', 'The URI of the member.', {
        mutability: 'immutable',
        referenceTypes: ['User', 'Group'],
      }),
      attribute('type', 'string', "The type of the member, e.g. 'User' or 'Group'.", { mutability: 'immutable' }),
      attribute('display', 'string', 'The name of the member, given by the service provider.', {
        mutability: 'readOnly',
        returned: 'request',
      }),
    ]),
  ],
}
