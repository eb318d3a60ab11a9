// What follows from answers, and from failures.
import { defineSwitch } from '@scimulator/shared/behaviour'

export const ANSWER_SWITCHES = {
  logNames: defineSwitch({
    id: 'logNames',
    values: ['2026', '2020'],
    default: '2026',
    grade: 'observed',
    source:
      'rknightion/graph2otel and SumoLogic documentation (records of 2026); Microsoft Graph: provisioningObjectSummary (sample)',
    describes:
      'Whose names and identities entries of the provisioning logs have, and in which order their steps stand.',
  }),
  answerTypes: defineSwitch({
    id: 'answerTypes',
    values: ['schema', 'observed'],
    default: 'schema',
    onWire: ['schema', 'observed'],
    grade: 'inferred',
    source:
      'Microsoft Q&A 5618325 (primary as text), budibase#15369 and Auth0 (manager that is not an object), snipe-it#14138 (HTML); that every type of the schema is checked is inferred',
    describes:
      'Which answers cannot be deserialised: those with any type other than that of the core and enterprise schema, or only those that were reported.',
  }),
  on404CachedId: defineSwitch({
    id: 'on404CachedId',
    values: ['invalidAnchor', 'rematch'],
    default: 'invalidAnchor',
    onWire: ['invalidAnchor', 'rematch'],
    grade: 'documented',
    source: 'Microsoft: Analyze the provisioning logs (InvalidAnchor)',
    describes: 'What follows when the linked resource is gone from the target.',
  }),
  on409Create: defineSwitch({
    id: 'on409Create',
    values: ['escrow', 'patchExisting'],
    default: 'escrow',
    onWire: ['escrow', 'patchExisting'],
    grade: 'documented',
    source: 'Microsoft: Analyze the provisioning logs (Conflict); azure-docs#11784 saw the other in 2018',
    describes: 'What follows when a POST is answered with 409.',
  }),
  referenceRetry: defineSwitch({
    id: 'referenceRetry',
    values: ['escrow', 'never'],
    default: 'escrow',
    onWire: ['escrow', 'never'],
    grade: 'inferred',
    source:
      'Microsoft: Application provisioning in quarantine status counts failed references beside failed objects; failures are retried',
    describes:
      'Whether a membership or a manager that waits for an object whose own provisioning failed follows once that succeeds.',
  }),
  retryAfter: defineSwitch({
    id: 'retryAfter',
    values: ['nextCycle', 'honour'],
    default: 'nextCycle',
    onWire: ['nextCycle', 'honour'],
    grade: 'observed',
    source: 'feedback.azure.com 38354572; QA-2284725 claims the contrary',
    describes: 'Whether the Retry-After of a 429 delays the retry beyond the next cycle.',
  }),
  timeoutMs: defineSwitch({
    id: 'timeoutMs',
    values: { min: 1, max: 30_000 },
    default: 30_000,
    grade: 'inferred',
    source: 'unpublished',
    describes: 'Milliseconds after which an answer comes too late and counts as a timeout.',
  }),
  probeConnectionFailure: defineSwitch({
    id: 'probeConnectionFailure',
    values: ['retryNextCycle', 'quarantine'],
    default: 'retryNextCycle',
    grade: 'documented',
    source:
      'Microsoft: Analyze the provisioning logs (Timeout, WebExceptionProtocolError: tried again in 40 minutes); Application provisioning in quarantine status speaks of a connection that cannot be established',
    describes: 'What follows when the lookup that begins a cycle times out or gets no connection.',
  }),
  quarantineBackoff: defineSwitch({
    id: 'quarantineBackoff',
    values: ['ladder', 'gradual'],
    default: 'ladder',
    grade: 'inferred',
    source:
      'Microsoft: Application provisioning in quarantine status (gradually to once a day; marks of 6, 12, 24 hours are those of escrows); Microsoft Graph: synchronizationQuarantine (a sample has five minutes)',
    describes:
      'When a job in quarantine is tried again, before it is once a day: after 6, 12 and 24 hours, or after 5 minutes and an hour too.',
  }),
  quarantineEvaluationStart: defineSwitch({
    id: 'quarantineEvaluationStart',
    values: { min: 1, max: 1_000_000 },
    default: 5_000,
    grade: 'documented',
    source: 'Microsoft: Application provisioning in quarantine status',
    describes: 'Failures of one cycle from which the proportion is looked at.',
  }),
  quarantineProportionPercent: defineSwitch({
    id: 'quarantineProportionPercent',
    values: { min: 1, max: 100 },
    default: 40,
    grade: 'documented',
    source: 'Microsoft: Application provisioning in quarantine status',
    describes: 'Share of failed objects above which a job goes into quarantine.',
  }),
  quarantineBaseFailures: defineSwitch({
    id: 'quarantineBaseFailures',
    values: { min: 1, max: 10_000_000 },
    default: 40_000,
    grade: 'documented',
    source: 'Microsoft: Application provisioning in quarantine status',
    describes: 'Failures, references excepted, above which a job goes into quarantine.',
  }),
  quarantineTotalFailures: defineSwitch({
    id: 'quarantineTotalFailures',
    values: { min: 1, max: 10_000_000 },
    default: 60_000,
    grade: 'documented',
    source: 'Microsoft: Application provisioning in quarantine status',
    describes: 'Failures, references included, above which a job goes into quarantine.',
  }),
}
