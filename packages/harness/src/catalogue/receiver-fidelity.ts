import type { FidelityRow } from './fidelity-row.ts'

/** What the receiver does where the RFCs leave it open, or tolerates although they do not have it. */
export const RECEIVER_FIDELITY: Readonly<Record<string, readonly FidelityRow[]>> = {
  'What the profile rfc decides': [
    {
      behaviour: 'An extension that no schema declares is kept as it was sent',
      status: 'reproduced',
      grade: 'decided',
      source: 'better-auth#10980; RFC 7644 §3.3 lets a provider ignore it',
      note: 'Not advertised, and not known to filters; declare it with --schema. --strict refuses it.',
    },
    {
      behaviour: 'Other attributes that no schema has are ignored, in a PATCH by path as well',
      status: 'reproduced',
      grade: 'decided',
      source: 'RFC 7644 §3.3; better-auth#10980',
      note: 'With Lark’s rules too: one unknown attribute never keeps a disable beside it from happening.',
    },
    {
      behaviour: 'OAuth 2.0 client credentials, with metadata',
      status: 'reproduced',
      grade: 'documented',
      source: 'RFC 6749 §4.4, RFC 8414',
      note: 'Tokens live in memory for an hour.',
    },
    {
      behaviour: 'Assertions of clients at the token endpoint: signature, issuer, audience, subject, time',
      status: 'reproduced',
      grade: 'documented',
      source: 'RFC 7523 §3; Microsoft: Workload identity federation for SCIM provisioning (2026)',
      note: 'Where it is switched on (--federation); five minutes of clock skew. That an assertion is shown once only (jti) is not looked at: Entra ID’s have none.',
    },
    {
      behaviour: 'Tokens that Entra ID issues are checked: signature, issuer, audience, time',
      status: 'reproduced',
      grade: 'documented',
      source: 'Microsoft: Develop a SCIM endpoint',
      note: 'Where it is switched on (--trust); five minutes of clock skew.',
    },
    {
      behaviour: 'Resource types that are declared: advertised, written, found, in bulk',
      status: 'reproduced',
      grade: 'documented',
      source: 'RFC 7643 §6; RFC 9944 (devices)',
      note: 'With --schema; the endpoint is the name and an s. What a schema says is unique is there once; members of groups are of the types that `members.$ref` of the group’s schema names.',
    },
    {
      behaviour: 'Security events by poll: what happens to resources, and who joins and leaves a feed',
      status: 'simplified',
      grade: 'documented',
      source: 'RFC 9967, RFC 8936, RFC 8417',
      note: 'Where it is switched on (--events); POST /scim/v2/SecurityEvents, a feed for each source. Where the feed is and that keys are at /.well-known/jwks.json is ours: the RFCs leave it open. Events live in memory, the latest 10,000. No push, and no asynchronous requests (asyncRequest is none).',
    },
    {
      behaviour: 'Paging by cursor',
      status: 'reproduced',
      grade: 'documented',
      source: 'RFC 9865',
      note: 'Option pagination.',
    },
    {
      behaviour: 'A PATCH of a group is answered by 204, by the group, or by its size',
      status: 'reproduced',
      grade: 'decided',
      source: 'RFC 7644 §3.5.2 leaves it open for each answer; Microsoft’s samples show 204',
      note: 'Option groupPatch; by its size is the default: 200 with the whole group up to 1,000 members, 204 beyond.',
    },
    {
      behaviour: 'A replace whose filter matches nothing is noTarget, but for one eq on a canonical type or on primary',
      status: 'reproduced',
      grade: 'decided',
      source: 'RFC 7644 §3.5.2.3; scim-for-keycloak#73',
    },
  ],
  'What Lark’s pages leave open': [
    {
      behaviour: 'Each field of a member says who has written it last: a sync, an administrator, or the member',
      status: 'reproduced',
      grade: 'decided',
      source: 'Lark C03 names the data sources of members, departments and fields; that of one member’s field is ours',
      note: 'The next write of a sync assigns all fields that it has, whoever has changed them in between.',
    },
    {
      behaviour: 'Members change their own names and no other field',
      status: 'simplified',
      grade: 'documented',
      source: 'Lark help centre: How can I modify my name?',
      note: 'As where an administrator allows it; the setting itself is left out.',
    },
    {
      behaviour: 'Administrators are edited and removed by primary administrators; the last one of these stays',
      status: 'reproduced',
      grade: 'decided',
      source: 'Lark A02 says who may configure a sync, not who appoints them',
    },
  ],
}
