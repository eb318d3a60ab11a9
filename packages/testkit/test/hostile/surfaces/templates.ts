// Requests of an API by its paths: what stands in braces is an id of somebody who is there, a body comes of what writes it.
import type { Draw } from '../draw.ts'
import { INHERITED } from '../hostile-words.ts'
import { type Json, jsonText } from '../json-values.ts'
import { type Asked, disturbedRequest } from './request.ts'

export interface Template {
  readonly method: string
  /** `/api/systemusers/{UID}`: one of `UID0` to `UID3` stands in its place. */
  readonly path: string
  readonly body?: (draw: Draw) => Json
  /** Behind the path, with its question mark. */
  readonly query?: (draw: Draw) => string
  /** It comes so often as if it were there so many times; once by default. */
  readonly weight?: number
}

/** Those who are there; a number above is nobody. */
const THERE = 4

export function templateRequests(templates: readonly Template[], headers: Asked['headers']): (draw: Draw) => Asked {
  const all = templates.flatMap((template) => Array.from({ length: template.weight ?? 1 }, () => template))
  return (draw) => {
    const { method, path, body, query } = draw.pick(all)
    const target = `${withIds(path, draw)}${query && draw.chance(0.6) ? query(draw) : ''}`
    const asked = { method, target, headers }
    return disturbedRequest(body ? { ...asked, body: jsonText(body(draw), draw) } : asked, draw)
  }
}

/** An application, a job or a source is there once. */
export function withIds(text: string, draw: Draw): string {
  return text.replace(/\{([A-Z]?ID)\}/g, (_, kind: string) => {
    if (draw.chance(draw.wildness / 4)) return draw.pick(INHERITED)
    const there = kind === 'ID' || kind === 'UID' || kind === 'MID' ? THERE : kind === 'HID' || kind === 'GID' ? 2 : 1
    return `${kind}${draw.below(there)}`
  })
}

/** A part of the words of a query, in this order. */
export function queryOf(words: Readonly<Record<string, readonly string[]>>, share = 0.3): (draw: Draw) => string {
  return (draw) => {
    const pairs = Object.entries(words).flatMap(([name, values]) =>
      draw.chance(share)
        ? [`${draw.chance(draw.wildness / 4) ? draw.pick(INHERITED) : name}=${encodeURIComponent(draw.pick(values))}`]
        : [],
    )
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`
  }
}
