import type { Quirk } from '@scimulator/shared/behaviour'
import { documented, observed, observedOnce, quirk, SCIMDEV } from './quirk.ts'

/** What the reports of 2024 to 2026 add, and what follows from answers. */
export const RECENT: readonly Quirk[] = [
  quirk(
    41,
    'Test Connection asks for a user and for a group',
    documented(`${SCIMDEV}; a SCIMServer write-up of 2026 saw it fail at a target without /Groups`),
    'Targets that implement /Users alone: the credentials cannot be saved',
    'target-without-groups',
    'probeGroups',
  ),
  quirk(
    42,
    'Members are written one in each PATCH, and by Replace where the target shows members unasked',
    observed('grokability/snipe-it#19096, PostHog/posthog#47336; the cause is inferred'),
    'Targets that ignore excludedAttributes and obey Replace: the group keeps the last member',
    'quirks/members-replaced',
    'memberOpWhenReturned',
  ),
  quirk(
    43,
    'With the suffix a lone attribute may come in an object without a path',
    observedOnce('langwatch/langwatch#7131, without a log; Microsoft’s SCIM Validator does so too'),
    'Targets that read objects without a path only where several attributes change: a group keeps its old name',
    'quirks/lone-attribute-without-path',
    'lonePatchAttribute',
  ),
  quirk(
    44,
    'The POST of a group may name the core schema alone and carry "members": []',
    observedOnce('Microsoft Q&A 637791; the replay of a receiver’s tests (2026)'),
    'Targets that want a second schema, or refuse empty lists',
    'quirks/group-post-core-schema-only',
    'groupPost',
  ),
  quirk(
    45,
    'A disable may carry the text "false" in lower case',
    observedOnce('scimmyjs/scimmy#86, from a tenant whose mapping is not known'),
    'Targets that compare with "False": leavers keep their accounts',
    'quirks/lower-case-false',
    'patchBooleanText',
  ),
  quirk(
    46,
    'A cleared attribute may come as a Remove that carries the old value',
    observedOnce('AzureAD/SCIMReferenceCode#87 (2023), against what Microsoft documents'),
    'Targets that refuse a Remove with a value: the whole update fails',
    'quirks/cleared-attribute-removed',
    'clearedAttribute',
  ),
  quirk(
    47,
    'A restart adds members who are in the group already',
    documented('Microsoft: How application provisioning works (a restart evaluates everything anew)'),
    'Targets that answer an error to a member who is there: the group fails again and again',
    'quirks/members-added-again',
  ),
  quirk(
    48,
    'An answer with a value of a wrong type cannot be read at all',
    observed('Microsoft Q&A 5618325, budibase#15369, Auth0 and Broadcom support articles'),
    'Targets that return booleans as text, or a manager that is not an object: the person is never updated or disabled again',
    'quirks/answer-of-a-wrong-type',
    'answerTypes',
  ),
]
