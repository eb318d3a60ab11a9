// The first line of a request names a path and a query. Parted by hand, because a URL object refuses what a client may well send.

export interface RequestTarget {
  /** As it stands, still percent-encoded. */
  readonly pathname: string
  /** Everything behind the first question mark, without it. */
  readonly search: string
}

/** Of `/users?q=a?b`, of `//`, and of a target in absolute form (RFC 9112 §3.2.2), such as proxies send. */
export function requestTarget(target: string | undefined): RequestTarget {
  const own = (target ?? '/').replace(/^https?:\/\/[^/?]*/i, '')
  const mark = own.indexOf('?')
  return mark < 0 ? { pathname: own, search: '' } : { pathname: own.slice(0, mark), search: own.slice(mark + 1) }
}
