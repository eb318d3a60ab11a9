import { defineFinding } from '../finding.ts'

export const leaversKeepAccess = defineFinding({
  id: 'leavers-keep-access',
  kind: 'fault',
  title: 'Leavers still get into the application',
  detail: 'A user is inactive in SCIM, and the application still lets them in.',
  why: 'active is what identity providers can say; whether a session, a key or a password still opens the door is the application’s to decide.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'End sessions, keys and sign-in when active becomes false, whatever way they were made.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['mlflow-oidc#324', 'HelpCode-ai/anythingmcp#536', 'openwork#4775'],
  signs: ['door/leaver-out'],
})
