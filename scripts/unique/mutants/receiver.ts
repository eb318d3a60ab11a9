import { inFile, type Mutant } from './mutant.ts'

export const RECEIVER_MUTANTS: readonly Mutant[] = [
  ...inFile('receiver/src/scim/request/cursor.ts', [
    { name: 'a cursor of another search is taken', right: 'place.search !== search', wrong: 'false' },
    { name: 'a cursor never expires', right: 'now - place.at > CURSOR_TIMEOUT_S * 1_000', wrong: 'false' },
    {
      name: 'a page by cursor begins where the last one ended by number',
      right: 'found === -1 ? Math.max(0, offset - 1) : found + 1',
      wrong: 'offset',
    },
  ]),
  ...inFile('receiver/src/oauth/signing-in.ts', [
    { name: 'an expired access token is good', right: "grant === 'expired'", wrong: 'false' },
  ]),
  ...inFile('receiver/src/oauth/signed-token.ts', [
    { name: 'a signed token of another audience is good', right: '!audiences.includes(audience)', wrong: 'false' },
    { name: 'a signed token of another issuer is good', right: 'claims.iss !== issuer', wrong: 'false' },
    {
      name: 'a signed token never expires',
      right: "typeof claims.exp !== 'number' || claims.exp + SKEW_S <= now",
      wrong: 'false',
    },
  ]),
]
