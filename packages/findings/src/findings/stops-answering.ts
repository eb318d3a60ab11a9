import { defineFinding } from '../finding.ts'

export const stopsAnswering = defineFinding({
  id: 'stops-answering',
  kind: 'fault',
  title: 'The endpoint stops answering',
  detail: 'It answered at first, and from some request on it answers nothing.',
  why: 'What was not asked any more is not judged. Identity providers go into quarantine where an endpoint is away for long.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Look into the log of the endpoint for the end of the process, start it again, and test again.',
  sources: ['Microsoft: Application provisioning in quarantine status'],
  signs: ['answers/at-all'],
  explains: () => true,
})
