const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `5 Jan 2026 09:40` in UTC, of ISO 8601 or milliseconds since the epoch; the text itself when it is no instant. */
export function instantText(instant: string | number): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return String(instant)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** `09:40:02` in UTC. */
export function timeText(instant: string | number): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return String(instant)
  return [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
