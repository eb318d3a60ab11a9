import { DEVIATIONS } from './deviations.ts'

/** The reference page of deviations, in Markdown; `docs/reference/deviations.md` is generated from it. */
export function deviationsPage(): string {
  const rows = Object.values(DEVIATIONS).map(
    ({ name, describes, pain, source }) => `| \`${name}\` | ${describes} | ${pain} | ${source} |`,
  )
  return [
    '# Deviations of the receiver',
    '',
    'What the receiver can do wrong on purpose, to show what a bug does to an identity provider. Turn them on with',
    '`createReceiver({ deviations: […] })`, with `given: receiver: deviations:` in a scenario, or while it runs with the verb',
    '`lark.set-deviations`. They wrap the handler: the directory behind it stays right.',
    '',
    'This page is generated. Change the files in `packages/receiver/src/deviations` instead.',
    '',
    '| name | what the receiver does | the pain | source |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
