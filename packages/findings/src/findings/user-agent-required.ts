import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const userAgentRequired = defineFinding({
  id: 'user-agent-required',
  kind: 'fault',
  title: 'A request without User-Agent is refused',
  detail: 'Without the header User-Agent a request is refused, often by a firewall in front and with a page of HTML.',
  why: 'Entra ID sends none; its connection test fails and says nothing.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  fix: 'Let requests without User-Agent through to the SCIM paths.',
  sources: ['kortix-ai/suna#7297'],
  signs: ['media/no-user-agent-answered'],
  explains: isRefusal,
})
