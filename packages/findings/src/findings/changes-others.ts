import { defineFinding } from '../finding.ts'

export const changesOthers = defineFinding({
  id: 'changes-others',
  kind: 'fault',
  title: 'A request about one person or group reaches others',
  detail: 'After a write to one, another one that no request was about is changed or gone.',
  why: 'A user leaves, and a colleague is locked out or loses an account. No identity provider notices: the answer was as expected.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  hurtsBy: {
    'others/patch': ['entra', 'entraLegacy', 'rfc'],
    'others/put': ['jumpcloud', 'okta', 'rfc'],
    // Okta never deletes people.
    'others/delete': ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
    'others/manager-leaves': ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  },
  damage: 'others',
  fix: 'Find what is written to by its id alone, and limit each update and each removal to that one record.',
  clause: 'RFC 7644 §3.5',
  sources: ['wso2/product-is#8017', 'fleetdm/fleet#49560', 'wso2/product-is#6006'],
  signs: [
    'others/patch',
    'others/put',
    'others/delete',
    'others/group-patch',
    'others/group-delete',
    'others/manager-leaves',
  ],
})
