import type { Schedule } from '@scimulator/shared/runtime'
import type { Handler } from '../scim/handler-port.ts'

/** One thing that a receiver can do wrong. It wraps the handler, so that the rules and the directory behind it stay right. */
export interface Deviation {
  readonly name: string
  /** What the receiver does. */
  readonly describes: string
  /** What people suffer from it. */
  readonly pain: string
  /** Where that is known from. */
  readonly source: string
  /** Called once per receiver, so that a deviation may remember something. */
  create(tools: Tools): Wrap
}

export type Wrap = (next: Handler) => Handler

export type Tools = { readonly schedule: Schedule }
