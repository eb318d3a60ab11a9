/** `True` or `False` for a Boolean text in any case; null for anything else. */
export function booleanTextOf(value: string): 'True' | 'False' | null {
  const lower = value.trim().toLowerCase()
  if (lower === 'true') return 'True'
  return lower === 'false' ? 'False' : null
}
