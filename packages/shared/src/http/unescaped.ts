// Percent-encoded text (RFC 3986 §2.1) read leniently: what is not well encoded is taken as it stands, because somebody else wrote it.

/** A segment of a path. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A name or a value of a query or a form, in which a plus is a space. */
export function unescapedQuery(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
