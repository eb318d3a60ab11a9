// Response schemas written from the keys and types of JumpCloud's published OpenAPI descriptions (V1, V2, Directory Insights). An answer
// of ours may have fewer keys than the descriptions, and none that they do not know.
import { z } from 'zod'

const Text = z.string()
const NullableText = z.string().nullable()

const Address = z.strictObject({
  id: Text.optional(),
  type: Text.optional(),
  poBox: Text.optional(),
  extendedAddress: Text.optional(),
  streetAddress: Text.optional(),
  locality: Text.optional(),
  region: Text.optional(),
  postalCode: Text.optional(),
  country: Text.optional(),
})

/** V1 systemuserreturn. */
export const SystemUserReturn = z.strictObject({
  _id: Text,
  username: Text.max(1024),
  email: Text.max(1024),
  alternateEmail: Text.optional(),
  firstname: Text,
  middlename: Text,
  lastname: Text,
  displayname: Text,
  state: z.enum(['STAGED', 'ACTIVATED', 'SUSPENDED']),
  activated: z.boolean(),
  suspended: z.boolean(),
  account_locked: z.boolean(),
  account_locked_date: NullableText,
  password_expired: z.boolean(),
  password_expiration_date: NullableText,
  password_never_expires: z.boolean(),
  password_date: NullableText,
  jobTitle: Text,
  department: Text,
  company: Text,
  costCenter: Text,
  employeeType: Text,
  employeeIdentifier: Text.max(256).optional(),
  location: Text,
  description: Text,
  manager: Text.optional(),
  addresses: z.array(Address),
  phoneNumbers: z.array(z.strictObject({ id: Text.optional(), type: Text.optional(), number: Text.optional() })),
  attributes: z.array(z.strictObject({ name: Text, value: Text })),
  relationships: z.array(z.strictObject({ type: Text, value: Text })),
  external_dn: Text.optional(),
  external_source_type: Text.optional(),
  managedAppleId: Text.optional(),
  sudo: z.boolean(),
  unix_uid: z.int().min(1),
  unix_guid: z.int().min(1),
  totp_enabled: z.boolean(),
  creationSource: Text,
  organization: Text,
  created: Text,
  allow_public_key: z.boolean(),
  badLoginAttempts: z.int().min(0),
  enable_managed_uid: z.boolean(),
  enable_user_portal_multifactor: z.boolean(),
  externally_managed: z.boolean(),
  ldap_binding_user: z.boolean(),
  mfa: z.strictObject({ configured: z.boolean(), exclusion: z.boolean() }),
  mfaEnrollment: z.strictObject({
    overallStatus: Text,
    pushStatus: Text,
    totpStatus: Text,
    webAuthnStatus: Text,
  }),
  passwordless_sudo: z.boolean(),
  restrictedFields: z.array(z.unknown()),
  samba_service_user: z.boolean(),
  ssh_keys: z.array(z.unknown()),
})

export const SystemUsersList = z.strictObject({ totalCount: z.int(), results: z.array(SystemUserReturn) })

/** V1 application. */
export const ApplicationReturn = z.strictObject({
  _id: Text,
  name: Text,
  displayName: Text,
  displayLabel: Text,
  ssoUrl: Text,
  config: z.record(Text, z.unknown()),
  sso: z.looseObject({ type: Text }),
  active: z.boolean(),
  created: Text,
  organization: Text,
  beta: z.boolean(),
  learnMore: Text,
})

/** V2 UserGroup. */
export const UserGroupReturn = z.strictObject({
  id: Text,
  name: Text,
  type: z.literal('user_group'),
  description: Text,
  email: Text,
  attributes: z.record(Text, z.unknown()),
  membershipMethod: z.enum(['NOTSET', 'STATIC', 'DYNAMIC_REVIEW_REQUIRED', 'DYNAMIC_AUTOMATED']),
  memberQuery: z
    .strictObject({ queryType: z.enum(['Filter', 'FilterQuery', 'Search']), filters: z.array(Text) })
    .optional(),
  memberQueryExemptions: z.array(z.strictObject({ id: Text, type: Text })),
  memberSuggestionsNotify: z.boolean(),
  suggestionCounts: z.strictObject({ add: z.int(), remove: z.int(), total: z.int() }),
  organizationObjectId: Text,
})

const GraphType = z.enum(['application', 'user', 'user_group'])
const Attributes = z.record(Text, z.unknown())
const GraphObject = z.strictObject({ type: GraphType, id: Text, attributes: Attributes })

export const GraphConnection = z.strictObject({ to: GraphObject, from: GraphObject.optional(), attributes: Attributes })

export const GraphObjectWithPaths = z.strictObject({
  type: GraphType,
  id: Text,
  paths: z.array(z.array(GraphConnection)),
  compiledAttributes: Attributes,
})

export const JobId = z.strictObject({ jobId: Text })

export const JobWorkResult = z.strictObject({
  id: Text,
  createdAt: Text,
  updatedAt: Text,
  status: Text,
  statusMsg: Text.optional(),
  persistedFields: Attributes.optional(),
})

export const ScheduledUserState = z.strictObject({
  scheduledJobId: Text,
  systemUserId: Text,
  state: Text,
  scheduledDate: Text,
})

export const V2Error = z.strictObject({ code: z.int(), message: Text, status: Text })
export const V1Error = z.strictObject({ error: Text, message: Text })

/** The documented fields of a Directory Insights event; the description itself leaves the object open. */
export const InsightsEventReturn = z.strictObject({
  id: z.uuid(),
  event_type: Text,
  timestamp: z.iso.datetime(),
  service: z.literal('directory'),
  organization: Text,
  '@version': Text,
  initiated_by: z.strictObject({
    type: Text,
    id: Text.optional(),
    email: Text.optional(),
    source: Text.optional(),
  }),
  resource: z.strictObject({ type: Text, id: Text, username: Text.optional(), name: Text.optional() }).optional(),
  application: z.strictObject({ id: Text, name: Text }).optional(),
  idm_client_id: Text.optional(),
  association: Attributes.optional(),
  changes: z
    .array(z.strictObject({ field: Text, from: z.unknown().optional(), to: z.unknown().optional() }))
    .optional(),
  success: z.boolean(),
  error_message: Text.optional(),
  message_chain: z.strictObject({ response_code: Text, response_message: Text, message_details: Text }).optional(),
})

/** V2 importUsersResponse. */
export const ImportUsersReturn = z.strictObject({
  cursor: Text,
  session_id: Text,
  total_count: z.number(),
  users: z.array(
    z.strictObject({
      id: Text,
      username: Text,
      email: Text,
      alternateEmail: Text.optional(),
      firstname: Text,
      middlename: Text.optional(),
      lastname: Text,
      displayname: Text,
      jobTitle: Text.optional(),
      department: Text.optional(),
      company: Text.optional(),
      costCenter: Text.optional(),
      employeeType: Text.optional(),
      employeeIdentifier: Text.optional(),
      location: Text.optional(),
      manager: Text.optional(),
      addresses: z.array(
        z.strictObject({
          type: Text.optional(),
          streetAddress: Text.optional(),
          locality: Text.optional(),
          region: Text.optional(),
          postalCode: Text.optional(),
          country: Text.optional(),
        }),
      ),
      phoneNumbers: z.array(z.strictObject({ type: Text, value: Text })),
    }),
  ),
})
