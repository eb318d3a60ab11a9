import type { Quirk } from '@scimulator/shared/behaviour'
import { line } from './fidelity-page.ts'

const HEAD = `# Quirks

What receivers of SCIM provisioning are surprised by. Each row is shown by a scenario or a test that runs here; where
the behaviour can be changed, the switch of the simulator or the deviation of the receiver is named.

This page is generated: \`npm run generate\`.
`

/** @param catalogues title of each part, and its quirks */
export function quirksPage(catalogues: Readonly<Record<string, readonly Quirk[]>>): string {
  const parts = Object.entries(catalogues).map(([title, quirks]) => `## ${title}\n\n${quirkTable(quirks)}\n`)
  return [HEAD, ...parts].join('\n')
}

function quirkTable(quirks: readonly Quirk[]): string {
  const lines = quirks.map((quirk) => {
    const shown = `[${quirk.shows}](../${quirk.shows})`
    return line([
      quirk.id,
      quirk.title,
      quirk.hurts,
      quirk.grade,
      quirk.source,
      shown,
      quirk.switch ? `\`${quirk.switch}\`` : '',
    ])
  })
  const head = line(['id', 'what happens', 'whom it hurts', 'grade', 'source', 'shown by', 'switch or deviation'])
  return [head, '|---|---|---|---|---|---|---|', ...lines].join('\n')
}
