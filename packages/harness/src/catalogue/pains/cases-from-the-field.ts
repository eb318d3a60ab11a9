import type { Pain } from './pain.ts'

/** Single reports and captures of people who provision, each standing for its kind. */
export const CASES_FROM_THE_FIELD: readonly Pain[] = [
  {
    what: 'A role that a group holds reaches its member',
    source: 'Microsoft Q&A 671361',
    shows: ['scenarios/entra/roles-through-groups.yaml'],
  },
  {
    what: 'Default Access entitles to nothing',
    source: 'Microsoft gallery tutorials; Microsoft Q&A 1023522',
    shows: ['scenarios/entra/default-access.yaml'],
  },
  {
    what: 'A custom attribute outside Microsoft’s pattern of names',
    source: 'Immuta knowledge base; scim-for-keycloak#139; zulip#39773',
    names: ['extension-path-not-done', 'advertised-attribute-dropped'],
    shows: ['scenarios/entra/custom-attributes.yaml', 'packages/entra-sim/test/engine/custom-attributes.test.ts'],
  },
  {
    what: 'A custom attribute with several values',
    source: 'Microsoft Q&A 1693075',
    shows: ['packages/entra-sim/test/engine/custom-attributes.test.ts'],
  },
  {
    what: 'Roles mapped directly become XML',
    source: 'Microsoft Q&A 5618325',
    shows: ['packages/entra-sim/test/engine/app-roles.test.ts'],
    notAtAReceiver: 'it is a mapping at the identity provider',
  },
  {
    what: 'The error code of a conflict in the provisioning log',
    source: 'Microsoft Q&A 5828857; Microsoft Q&A 1185756',
    names: ['conflict-not-409'],
    shows: ['scenarios/entra/quirks/conflict-then-patch.yaml', 'packages/entra-sim/test/engine/answers.test.ts'],
  },
  {
    what: 'What a skipped entry of the provisioning log holds',
    source: 'graph2otel',
    shows: ['scenarios/entra/default-access.yaml', 'packages/entra-sim/test/graph/logs.test.ts'],
    notAtAReceiver: 'it is about the provisioning log',
  },
  {
    what: 'Names and identities in the provisioning log',
    source: 'graph2otel; sumologic-documentation',
    shows: ['packages/entra-sim/test/graph/logs.test.ts'],
    notAtAReceiver: 'it is about the provisioning log',
  },
  {
    what: 'Answers that the service cannot read',
    source: 'Microsoft Q&A 5618325; snipe-it#14138; Broadcom 389788',
    names: [
      'wrong-types',
      'active-as-text',
      'integer-ids',
      'manager-as-string',
      'list-without-envelope',
      'created-not-readable',
      'id-changes',
    ],
    shows: ['scenarios/entra/quirks/answer-of-a-wrong-type.yaml', 'packages/jumpcloud-sim/test/look-up.test.ts'],
  },
  {
    what: 'Marks of Vietnamese that NormalizeDiacritics leaves',
    source: 'azure-docs#106226',
    names: ['text-changed'],
    shows: ['packages/entra-sim/src/expression/functions/text-functions.test.ts'],
  },
  {
    what: 'OAuth 2.0 client credentials of the sender',
    source: 'windmill#10081; openid/ipsie#122',
    names: ['unauthorised'],
    shows: ['packages/harness/test/target/connection.test.ts'],
  },
  {
    what: 'Secrets that are set to nothing',
    source: 'terraform-provider-azuread#1013',
    notAtAReceiver:
      'it is asked of Microsoft Graph, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'Names of secrets are an enumeration',
    source: 'msgraph-beta-sdk-dotnet#214; msgraph-beta-sdk-java#372',
    notAtAReceiver:
      'it is asked of Microsoft Graph, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'Actions by their qualified names',
    source: 'msgraph-beta-sdk-java#372; OData 4 §11.5.4',
    notAtAReceiver:
      'it is asked of Microsoft Graph, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'Errors of provision on demand',
    source: 'microsoft-graph-docs#10716',
    shows: ['packages/entra-sim/test/engine/on-demand.test.ts'],
    notAtAReceiver: 'it is asked of Microsoft Graph; the codes of its errors are the simulator’s own so far',
  },
  {
    what: 'Apps as Terraform makes and updates them',
    source: 'terraform-provider-azuread#830; terraform-provider-azuread#1029',
    notAtAReceiver:
      'it is asked of Microsoft Graph, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'Templates of gallery apps',
    source: 'terraform-provider-azuread#830; terraform-provider-azuread#1013',
    notAtAReceiver:
      'it is asked of Microsoft Graph, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'A search filter that is a list',
    source: 'TheJumpCloud/support, Get-JCUser',
    notAtAReceiver:
      'it is asked of JumpCloud’s own API, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'A search for 1,000 people at a time',
    source: 'TheJumpCloud/support, Get-JCUser',
    notAtAReceiver:
      'it is asked of JumpCloud’s own API, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'A search filter that is not understood',
    source: 'TheJumpCloud/support, Get-JCUser',
    notAtAReceiver:
      'it is asked of JumpCloud’s own API, by administrators and their scripts; the simulator does not have it yet',
  },
  {
    what: 'A custom extension at the receiver, in a PATCH with the disable',
    source: 'better-auth#10980',
    names: ['patch-by-half', 'advertised-attribute-dropped', 'entra-person-refused', 'unknown-schema-refused'],
    shows: ['scenarios/entra/quirks/one-bad-attribute-fails-all.yaml', 'scenarios/entra/custom-attributes.yaml'],
  },
  {
    what: 'Paging by cursor',
    source: 'scim2-models#113; SCIM-SDK#942; RFC 9865',
    names: ['cursor-not-done'],
  },
  {
    what: 'A token endpoint at the receiver',
    source: 'windmill#10081; authentik#14129; fusionauth-issues#3212',
    shows: ['packages/harness/test/target/connection.test.ts'],
    notAtAReceiver: 'it is no part of SCIM; `--oauth-token-url` asks whatever endpoint there is',
  },
  {
    what: 'Editing the list of target attributes in a scenario',
    source: 'Microsoft: Customize attribute mappings; Microsoft Q&A 1656815',
    shows: ['scenarios/entra/custom-attributes.yaml'],
  },
  {
    what: 'Groups of all kinds in one list',
    source: 'TheJumpCloud/support, Get-JCGroup',
    notAtAReceiver:
      'it is asked of JumpCloud’s own API, by administrators and their scripts; the simulator does not have it yet',
  },
]
