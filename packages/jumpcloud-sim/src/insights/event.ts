/** Who did it: an administrator, or JumpCloud by itself. */
export interface Initiator {
  readonly type: 'admin' | 'system'
  readonly id?: string
  readonly email?: string
  readonly source?: string
}

export interface InsightsResource {
  readonly type: string
  readonly id: string
  readonly username?: string
  readonly name?: string
}

/** One Directory Insights event, as the API answers it. */
export interface InsightsEvent {
  readonly id: string
  readonly event_type: string
  /** RFC 3339, UTC. */
  readonly timestamp: string
  readonly service: 'directory'
  readonly organization: string
  readonly '@version': '1'
  readonly initiated_by: Initiator
  readonly resource?: InsightsResource
  readonly application?: { readonly id: string; readonly name: string }
  readonly idm_client_id?: string
  readonly association?: Readonly<Record<string, unknown>>
  readonly changes?: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[]
  readonly success: boolean
  readonly error_message?: string
  readonly message_chain?: {
    /** A string, as documented. */
    readonly response_code: string
    readonly response_message: string
    readonly message_details: string
  }
  readonly auth_method?: string
  readonly client_ip?: string
}

/** An event before it got its id, its time and its organisation. */
export type InsightsFacts = Omit<InsightsEvent, 'id' | 'timestamp' | 'service' | 'organization' | '@version'>
