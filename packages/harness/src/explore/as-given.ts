import { parseDocument } from 'yaml'

/** A scenario of the corpus at a receiver that does other things wrong than the one where it was found. Pure. */
export function asGiven(text: string, deviations: readonly string[]): string {
  const document = parseDocument(text)
  if (deviations.length > 0)
    document.setIn(['given', 'receiver', 'deviations'], document.createNode([...deviations], { flow: true }))
  else document.deleteIn(['given', 'receiver', 'deviations'])
  return document.toString({ lineWidth: 160, flowCollectionPadding: true })
}
