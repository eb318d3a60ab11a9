import { interpolate, lookupIn } from './interpolate.ts'

/** What is written with the values of the placeholders that are known when it is read; others stay for the run. */
export function filled(written: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const lookup = lookupIn(values)
  const known = (name: string): unknown =>
    Object.hasOwn(values, name.split('.')[0] ?? '') ? lookup(name) : `\${${name}}`
  return interpolate(written, known, [], true).value
}
