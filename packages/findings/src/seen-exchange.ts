// One exchange as signs read it: what was asked of which resource, what was answered, and the resource before and after.
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { decoded } from './difference.ts'

export interface ExchangeEvidence {
  readonly exchange: {
    readonly request: { readonly method: string; readonly url: string; readonly body?: string | undefined }
    readonly response?:
      | {
          readonly status: number
          readonly body: string
          readonly headers?: readonly (readonly [name: string, value: string])[] | undefined
        }
      | undefined
    readonly failure?: { readonly kind: string } | undefined
    /** When it was sent, milliseconds since the epoch. */
    readonly startedAt?: number
  }
  /** The resource that it is about; members as a list, of whatever kind. */
  readonly before?: Readonly<Record<string, unknown>> | undefined
  readonly after?: Readonly<Record<string, unknown>> | undefined
  /** Whether a look has found that the resource is no longer there. */
  readonly isGone?: boolean | undefined
  /** Whether the endpoint has carried out operations in capitals before. */
  readonly takesCapitals?: boolean | undefined
}

export interface SeenExchange extends ExchangeEvidence {
  readonly method: string
  readonly place: 'Users' | 'Groups' | ''
  readonly isCollection: boolean
  readonly filter: string
  readonly status: number
  readonly operations: readonly Operation[]
  /** Of a POST or a PUT: the resource that was sent. */
  readonly sent: JsonObject
}

export interface Operation {
  readonly op: string
  /** The word as it was sent, with its capitals. */
  readonly word: string
  readonly path: string
  /** Whether the path stood in the operation, and not in its value. */
  readonly isPathGiven: boolean
  readonly value: JsonValue | undefined
}

export type Sign = readonly [finding: string, shows: (seen: SeenExchange) => boolean]

/** For what it said; not for who asked, whom it was about, or how often. */
export const isRefused = ({ status }: SeenExchange): boolean => status === 400 || status === 415 || status === 422
export const isDone = ({ status }: SeenExchange): boolean => status === 200 || status === 201 || status === 204
export const isNotOffered = ({ status }: SeenExchange): boolean => status === 405 || status === 501

/** What was asked last of `active`, in a PATCH or with a whole resource. */
export function activeSent({ operations, sent }: SeenExchange): JsonValue | undefined {
  return operations.findLast(({ path }) => path === 'active')?.value ?? sent.active
}

/** Whether the exchange asks for this value of `active` and for nothing else. */
export function isOnlyActive({ operations }: SeenExchange): boolean {
  return operations.length > 0 && operations.every(({ path }) => path === 'active')
}

/** `Replace` and `Add`, as Entra ID writes them in its older dialect. */
export function hasCapitals({ operations }: SeenExchange): boolean {
  return operations.some(({ word }) => /^[A-Z]/.test(word))
}

export function isTextOf(value: JsonValue | undefined, text: RegExp): boolean {
  return typeof value === 'string' && text.test(value)
}

export function seenIn(evidence: ExchangeEvidence): SeenExchange {
  const { request, response } = evidence.exchange
  const [, place = '', id] = /\/(Users|Groups)(?:\/([^/?]+))?(?:\?|$)/.exec(request.url) ?? []
  const body = request.method === 'POST' || request.method === 'PUT' ? parsedJson(request.body ?? '') : undefined
  return {
    ...evidence,
    method: request.method,
    place: place === 'Users' || place === 'Groups' ? place : '',
    isCollection: id === undefined,
    filter: decoded(/[?&]filter=([^&]*)/.exec(request.url)?.[1] ?? ''),
    status: response?.status ?? 0,
    operations: request.method === 'PATCH' ? operationsIn(request.body) : [],
    sent: isJsonObject(body) ? body : {},
  }
}

function operationsIn(text: string | undefined): readonly Operation[] {
  const body = parsedJson(text ?? '')
  const listed = isJsonObject(body)
    ? Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
    : []
  return (isJsonArray(listed) ? listed : []).filter(isJsonObject).flatMap(operationOf)
}

/** Without a path, each member of the value is a path. */
function operationOf({ op, path, value }: JsonObject): readonly Operation[] {
  const name = asText(op).toLowerCase()
  if (typeof path === 'string') return [{ op: name, word: asText(op), path, isPathGiven: true, value }]
  if (!isJsonObject(value)) return []
  return Object.entries(value).map(([member, item]) => ({
    op: name,
    word: asText(op),
    path: member,
    isPathGiven: false,
    value: item,
  }))
}
