/** A text for which no words of Okta's are public. It says so, because people compare these texts with Okta's. */
export function ownWords(text: string): string {
  return `${text} (These are the simulator's words.)`
}
