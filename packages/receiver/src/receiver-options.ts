import type { Ids, Schedule } from '@scimulator/shared/runtime'
import type { ToleranceName } from '@scimulator/shared/scim'
import type { FolderListeners } from '@scimulator/shared/store'
import type { DeviationChoice } from './deviations/deviation-setting.ts'
import type { EventPayload } from './events/event-uris.ts'
import type { SecurityEventsOptions } from './events/security-events.ts'
import type { SignIn } from './lark/api/sign-in.ts'
import type { RulesOff } from './lark/values/rule-id.ts'
import type { AuthenticationMethod } from './oauth/authentication.ts'
import type { FederatedClient } from './oauth/client-assertion.ts'
import type { ClientSecret } from './oauth/clients.ts'
import type { TrustedIssuer } from './oauth/issued-token.ts'
import type { FetchJson } from './oauth/issuer-keys.ts'
import type { Profile } from './profile/profile.ts'
import type { GroupPatch } from './scim/answer/group-patch.ts'
import type { Limits } from './scim/request/limits.ts'

/** After `onStopped` every request gets a 503; the host should exit. */
export interface ReceiverOptions extends FolderListeners {
  readonly schedule?: Schedule
  readonly ids?: Ids
  /** `lark` (default): Lark's Directory Sync with every product rule; `rfc`: a plain SCIM store. */
  readonly profile?: 'lark' | 'rfc' | Profile
  /**
   * Schemas beyond RFC 7643, as GET /Schemas shows them: one, a list, or a ListResponse. A core URN brings more attributes, any other is an
   * extension (of groups when it ends with `:Group`, else of users). Resource types as GET /ResourceTypes shows them may stand beside their
   * schemas. For the profile `rfc`.
   */
  readonly schemas?: unknown
  /** What the profile `rfc` refuses although clients write it: all of it, or these tolerances. */
  readonly strict?: boolean | readonly ToleranceName[] | undefined
  /** How the profile `rfc` pages lists: by index, by cursor (RFC 9865), or as the client asks (`both`, the default). */
  readonly pagination?: 'index' | 'cursor' | 'both' | undefined
  /** Values for the switches of `behaviour.ts`, by id. */
  readonly switches?: Readonly<Record<string, unknown>>
  /** What the receiver does wrong from the start; the verb `set-deviations` changes it. */
  readonly deviations?: readonly DeviationChoice[]
  /** Product rules that are turned off, to see that their proofs turn red. For tests; no other surface offers it. */
  readonly rulesOff?: RulesOff
  /** What `meta.location` begins with: `https://scim.example.com`. Without it, what the request says. */
  readonly publicUrl?: string
  /** Sources that are active from the first moment, and again after `reset`. */
  readonly sources?: readonly SourceOption[]
  readonly limits?: Partial<Limits>
  /**
   * Tells changes as security events to clients that poll `/scim/v2/SecurityEvents` (RFC 9967, RFC 8936): `notice` names the attributes, `full`
   * has the values. Default none. With the profile `rfc`.
   */
  readonly securityEvents?: EventPayload | SecurityEventsOptions | undefined
  /** How a PATCH of a group is answered: 204 (`noContent`), 200 with the group (`resource`), or 200 up to 1,000 members (`bySize`, the default). */
  readonly groupPatch?: GroupPatch | undefined
  /**
   * How clients may sign in, as /ServiceProviderConfig says: `bearer`, the token of a source; `oauth2`, access tokens of `/oauth/token`
   * (RFC 6749 §4.4); `basic`, id and secret of a client. Default: `bearer`, and with the profile `rfc` `oauth2` as well.
   */
  readonly authentication?: readonly AuthenticationMethod[] | undefined
  /**
   * Lets in the tokens that this issuer signs, as the first of `sources`: what Entra ID sends where the secret token is empty. Its metadata are
   * fetched with `fetchJson`, by default over the network.
   */
  readonly trustedIssuer?: (TrustedIssuer & { readonly fetchJson?: FetchJson }) | undefined
  /**
   * Lets a client in at `/oauth/token` that shows an assertion of an issuer instead of a secret (RFC 7523 §2.2), as the first of `sources`:
   * Entra ID's workload identity federation. The key set is fetched with `fetchJson`, by default over the network.
   */
  readonly federation?: (FederatedClient & { readonly fetchJson?: FetchJson }) | undefined
  /** How long an access token is good, in milliseconds. Default an hour. */
  readonly accessTokenLifetimeMs?: number
  /** `demo`: a caller on this machine is the primary administrator (default without a control token); `required`: 401 without sign-in. */
  readonly adminSignIn?: SignIn
  /** Asked for by the control surface `/_scimulator`; without it that answers on loopback only. */
  readonly controlToken?: string
  /** Called with internal errors, which clients see as a plain 500. */
  readonly onFault?: (fault: unknown) => void
}

export interface SourceOption {
  readonly token: string
  /** Default `default`. */
  readonly organisation?: string
  /** Not added to a folder that an earlier start has filled; that has sources of its own. */
  readonly onlyWhenNew?: boolean
  /** The client that signs in as this source. Without it the client's id is the id of the source, and its secret the token. */
  readonly client?: ClientSecret
}
