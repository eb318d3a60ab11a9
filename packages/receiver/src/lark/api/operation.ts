import type { AddressedOperation } from '@scimulator/shared/http'
import type { z } from 'zod'

/** One operation of the admin API, below `/admin/v1`. It is an adapter: what happens and who may is in the verb or view of that name. */
export interface Operation extends AddressedOperation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly summary: string
  readonly tag: 'Sync sources' | 'Logs' | 'Organization' | 'Administrators'
  readonly act: Act
  readonly body?: z.ZodObject
  readonly query?: z.ZodObject
  readonly response: z.ZodType
}

type Act =
  /** `input` puts parameters and body together; by default they stand side by side. */
  | { readonly verb: string; readonly input?: (parameters: Parameters, body: object) => object }
  | { readonly view: string }
  /** One item of a view: the one whose key, id or email address is the last parameter. */
  | { readonly item: string }

export type Parameters = Readonly<Record<string, string>>

export const PREFIX = '/admin/v1'
