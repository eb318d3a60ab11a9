/** Weak entity tags made of a counter, and the conditions that compare them (RFC 7644 §3.14, RFC 9110 §13). */
export function weakEtag(version: number): string {
  return `W/"${version}"`
}

/** Whether `header` (If-Match or If-None-Match) names `etag`: by `*`, or by a tag in its list, compared weakly. */
export function matchesEtag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  const opaque = opaqueTag(etag)
  return parseEntityTags(header).some((tag) => opaqueTag(tag) === opaque)
}

/** The tags of a list; a bare word (`If-Match: 42`), which clients send, is a tag as well. */
export function parseEntityTags(header: string): readonly string[] {
  return header.match(/(?:W\/)?"[^"]*"|[^\s,]+/gi) ?? []
}

function opaqueTag(tag: string): string {
  return tag.replace(/^W\//i, '').replace(/^"|"$/g, '')
}
