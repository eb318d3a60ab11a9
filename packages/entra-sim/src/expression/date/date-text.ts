import { fieldsOf, type Instant } from './instant.ts'

/** A date in transit: `M/d/yyyy h:mm:ss tt`, UTC, no leading zeros before the minutes. Fractions are dropped. */
export function dateText(instant: Instant): string {
  const { year, month, day, hour, minute, second } = fieldsOf(instant)
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`
  return `${month}/${day}/${String(year).padStart(4, '0')} ${clock}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
