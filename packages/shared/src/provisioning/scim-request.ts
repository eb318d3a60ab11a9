export type ScimMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type HeaderList = readonly (readonly [name: string, value: string])[]

/**
 * A request exactly as it goes over the wire: absolute, encoded URL; headers in order; body as text.
 * Its composer decides about encoding, key order and dialect; nothing after it changes a byte.
 */
export interface ScimRequest {
  readonly method: ScimMethod
  readonly url: string
  readonly headers: HeaderList
  readonly body?: string
}

/** The first value of a header, whatever the case of its name. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1]
}
