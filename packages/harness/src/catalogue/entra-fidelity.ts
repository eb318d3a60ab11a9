import { ENTRA_CONFIGURATION_FIDELITY } from './entra-configuration-fidelity.ts'
import type { FidelityRow } from './fidelity-row.ts'

const HOW = 'Microsoft: How provisioning works'
const SCIM = 'Microsoft: Develop a SCIM endpoint'
const COMPAT = 'Microsoft: SCIM 2.0 protocol compliance known issues'
const ACCIDENT = 'Microsoft: Accidental deletions'
const QUARANTINE = 'Microsoft: Quarantine status'
const KNOWN = 'Microsoft: Known issues for provisioning'
const CUSTOMIZE = 'Microsoft: Customize attribute mappings'
const SCOPING = 'Microsoft: Scoping filters'
const LOGS = 'Microsoft: Provisioning logs'
const WHEN = 'Microsoft: Find out when a user can access an app'

/** Entra ID's provisioning service, area by area. */
export const ENTRA_FIDELITY: Readonly<Record<string, readonly FidelityRow[]>> = {
  Cycles: [
    {
      behaviour: 'Initial cycle, then incremental cycles from the watermark',
      status: 'reproduced',
      grade: 'documented',
      source: HOW,
    },
    {
      behaviour: 'A cycle every 40 minutes',
      status: 'reproduced',
      grade: 'documented',
      source: SCIM,
      note: 'No jitter; counted from the start of the cycle.',
    },
    {
      behaviour: 'Users, then groups, then references',
      status: 'reproduced',
      grade: 'documented',
      source: HOW,
      note: 'Strict phases; whether the service pipelines pages is not published.',
    },
    {
      behaviour: 'Match by one attribute a query, in order of precedence',
      status: 'reproduced',
      grade: 'documented',
      source: CUSTOMIZE,
    },
    {
      behaviour: 'A probe with a random name at the start of any activity',
      status: 'reproduced',
      grade: 'observed',
      source: 'AzureAD/SCIMReferenceCode#63',
      note: 'One.',
      switches: ['probePerCycle'],
    },
    {
      behaviour: 'Test Connection asks for a user and for a group',
      status: 'reproduced',
      grade: 'documented',
      source: `${SCIM}; a SCIMServer write-up (2026)`,
      note: 'The URL of the group lookup, and that it comes whether the group mapping is on or not, is inferred.',
      switches: ['probeGroups'],
    },
    {
      behaviour: 'No source changes, no object requests',
      status: 'reproduced',
      grade: 'observed',
      source: 'Microsoft Q&A 5736473',
    },
    {
      behaviour: 'How long a cycle takes',
      status: 'simplified',
      grade: 'documented',
      source: WHEN,
      note: 'Cycles take no virtual time beyond what a fault or a limit of requests adds.',
      switches: ['requestsPerSecond'],
    },
    {
      behaviour: 'Requests in parallel, and when an answer comes too late',
      status: 'unknown',
      grade: 'inferred',
      source: 'not published',
      note: 'One object after another, 30 s.',
      switches: ['parallelism', 'timeoutMs'],
    },
    {
      behaviour: 'Requests per second',
      status: 'reproduced',
      grade: 'observed',
      source: 'Microsoft Q&A 1233453, 2284725',
      note: 'No limit for apps of this kind is reported. By default requests follow one another as answers come; the receiver sets the pace.',
      switches: ['requestsPerSecond'],
    },
    {
      behaviour: 'Progress of a cycle',
      status: 'simplified',
      grade: 'documented',
      source: WHEN,
      note: 'Pages of 100 objects, while the cycle runs; references are not counted.',
    },
  ],
  'Scope and deprovisioning': [
    {
      behaviour: 'Assigned users and direct members of assigned groups; nested groups are not followed',
      status: 'reproduced',
      grade: 'documented',
      source: HOW,
    },
    {
      behaviour: 'Default access entitles to nothing where the app has roles',
      status: 'reproduced',
      grade: 'documented',
      source: 'Microsoft: gallery tutorials (Slack, 15Five and others); pinter.org archives 11249',
    },
    {
      behaviour:
        'Roles of every assigned group that the person is a direct member of; joining and leaving look at the person again',
      status: 'reproduced',
      grade: 'observed',
      source: 'Microsoft Q&A 671361',
      note: 'Where a mapping reads appRoleAssignments.',
    },
    { behaviour: 'IsSoftDeleted in its four cases', status: 'reproduced', grade: 'documented', source: CUSTOMIZE },
    {
      behaviour: 'Disable by PATCH on unassign, block, soft delete; DELETE on hard delete while in scope',
      status: 'reproduced',
      grade: 'documented',
      source: HOW,
    },
    {
      behaviour: 'SkipOutOfScopeDeletions',
      status: 'reproduced',
      grade: 'documented',
      source: 'Microsoft: Skip deletion of out-of-scope users',
    },
    {
      behaviour: 'Soft delete renames the user',
      status: 'reproduced',
      grade: 'observed',
      source: 'onyx-dot-app/onyx#14074, #14093',
      switches: ['softDeleteRename'],
    },
    {
      behaviour: 'Scoping filters, 14 operators',
      status: 'reproduced',
      grade: 'documented',
      source: SCOPING,
      note: 'Regular expressions are not anchored, which is inferred. Attributes that are documented as unsupported are refused when the filter is saved.',
    },
    {
      behaviour: 'A member or manager who comes into scope later is missed until a restart',
      status: 'reproduced',
      grade: 'documented',
      source: KNOWN,
    },
    {
      behaviour: 'A member or manager whose own provisioning failed follows once it succeeds',
      status: 'reproduced',
      grade: 'inferred',
      source: `${QUARANTINE} (failed references are counted and retried)`,
      note: 'In the same cycle.',
      switches: ['referenceRetry'],
    },
    {
      behaviour: 'A group that failed in the cycle, or whose removal is held back, is sent no members',
      status: 'reproduced',
      grade: 'decided',
      source: `${HOW}; ${ACCIDENT}`,
      note: 'They follow once the group succeeds, or is wanted again.',
    },
    {
      behaviour: 'Whether links outlive an unassign',
      status: 'unknown',
      grade: 'inferred',
      source: 'not published',
      note: 'They do, marked as no longer managed.',
    },
  ],
  Wire: [
    {
      behaviour: 'Requests of every kind in both PATCH dialects',
      status: 'reproduced',
      grade: 'documented',
      source: `${SCIM}; ${COMPAT}`,
    },
    {
      behaviour: 'Whether the flag aadOptscim062020 reaches the receiver',
      status: 'unknown',
      grade: 'inferred',
      source: 'Microsoft: Validate user provisioning (it belongs in the tenant URL, and breaks calls to the target)',
      note: 'Not sent.',
      switches: ['sendFlagInUrl'],
    },
    {
      behaviour: 'No User-Agent, header ADSCIMVersion',
      status: 'reproduced',
      grade: 'observed',
      source: 'kortix-ai/suna#7297; SCIMServer write-up',
    },
    {
      behaviour: 'How a manager is taken away',
      status: 'unknown',
      grade: 'inferred',
      source: 'scim-patch#453, SCIM-SDK#653; Microsoft: SCIM validation tests have a Replace with empty text',
      note: 'Three shapes are reported.',
      switches: ['managerUnset'],
    },
    {
      behaviour: 'Members per PATCH',
      status: 'unknown',
      grade: 'observed once',
      source:
        'grokability/snipe-it#19096 logs one; Microsoft: requirements of the app gallery say that several may come',
      note: 'Up to 100, and one in the profile as-seen-in-the-field.',
      switches: ['membersPerPatch'],
    },
    {
      behaviour: 'Members are replaced where the target shows them unasked',
      status: 'unknown',
      grade: 'inferred',
      source: 'grokability/snipe-it#19096, PostHog/posthog#47336',
      note: 'Added, and the group fails when there are any, as documented.',
      switches: ['memberOpWhenReturned'],
    },
    {
      behaviour:
        'Forms that were seen once: a lone attribute without a path, a group POST with the core schema alone, "false" in lower case, a Remove with the old value',
      status: 'unknown',
      grade: 'observed once',
      source: 'langwatch#7131, Microsoft Q&A 637791, scimmy#86, SCIMReferenceCode#87',
      note: 'Not by default.',
      switches: ['lonePatchAttribute', 'groupPost', 'patchBooleanText', 'clearedAttribute'],
    },
    {
      behaviour: 'Nulls are never sent',
      status: 'reproduced',
      grade: 'documented',
      source: `${KNOWN}; Microsoft: Clear attribute values (inbound only)`,
    },
    {
      behaviour: 'Whether the service ever sends Bulk',
      status: 'unknown',
      grade: 'inferred',
      source: 'not observed; Microsoft: requirements of the app gallery recommend that targets have it',
      note: 'Not sent.',
    },
    {
      behaviour: 'TLS rules and source addresses',
      status: 'left out',
      grade: 'documented',
      source: SCIM,
      note: 'Receivers on this machine are called over http.',
    },
  ],
  'Answers, escrow, quarantine': [
    {
      behaviour: 'Error codes of the provisioning log',
      status: 'reproduced',
      grade: 'documented',
      source: LOGS,
      note: 'Which status leads to which code is inferred but for 400 and 409 (Microsoft Q&A 5828857, 1185756). EntryConflict, NotPermitted, MandatoryFieldsMissing, SchemaAttributeNotFound, InvalidDomain and LicenseLimitExceeded are never raised: no answer of a SCIM endpoint is known to lead to them.',
    },
    {
      behaviour: 'Retries: next cycle, 6, 12, 24 hours, daily to day 28',
      status: 'reproduced',
      grade: 'documented',
      source: QUARANTINE,
      note: 'After 28 days a failure is given up. The job is disabled only where it was in quarantine that long: one failing person disables nothing, which is how the page is read here.',
    },
    {
      behaviour: 'Answers with values of a wrong type cannot be deserialised',
      status: 'reproduced',
      grade: 'observed',
      source: 'Microsoft Q&A 5618325, budibase#15369; Auth0 and Broadcom support articles',
      note: 'That every type of the core and enterprise schema counts is inferred. Answers to PATCH are not read.',
      switches: ['answerTypes'],
    },
    {
      behaviour: '404 on a known id',
      status: 'unknown',
      grade: 'inferred',
      source: 'sources disagree',
      note: 'InvalidAnchor and escrow.',
      switches: ['on404CachedId'],
    },
    {
      behaviour: 'Retry-After',
      status: 'unknown',
      grade: 'inferred',
      source: 'feedback item 38354572 against Q&A 2284725',
      note: 'Next cycle.',
      switches: ['retryAfter'],
    },
    {
      behaviour: 'Quarantine: triggers, daily cycles, mail, exit, disabled after four weeks',
      status: 'reproduced',
      grade: 'documented',
      source: QUARANTINE,
    },
    {
      behaviour: 'Duplicate roles quarantine at once',
      status: 'reproduced',
      grade: 'documented',
      source: QUARANTINE,
      note: 'Two app roles of one value or name.',
    },
    {
      behaviour: 'DuplicateSourceEntries: two source objects with one matching value',
      status: 'reproduced',
      grade: 'documented',
      source: LOGS,
      note: 'Users who have to be matched fail while another one in scope has the value. That one who is linked already does not fail, that blocked, deleted and unassigned ones do not count, and that groups are matched all the same is inferred.',
      switches: ['duplicateSourceEntries'],
    },
    {
      behaviour: 'Provisioning logs of 30 days',
      status: 'reproduced',
      grade: 'documented',
      source: LOGS,
      note: 'Premium retention, over Graph; memory holds the latest 100,000 entries.',
    },
    {
      behaviour: 'Accidental deletions: count per cycle, StagedDelete, allow, rehearsal',
      status: 'reproduced',
      grade: 'documented',
      source: ACCIDENT,
      note: 'All removals of the cycle are staged. The rehearsal is ours.',
      switches: ['deleteThresholdCompare', 'deleteTripPartial'],
    },
  ],
  Configuration: ENTRA_CONFIGURATION_FIDELITY,
}
