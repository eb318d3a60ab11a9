// Names that break careless code, spread over a generated company by default. Each kind is legal at every IdP.

export interface AwkwardName {
  /** What is awkward about it. */
  readonly kind: string
  readonly givenName?: string
  readonly surname?: string
}

export const AWKWARD_NAMES: readonly AwkwardName[] = [
  { kind: 'apostrophe', givenName: 'Siobhán', surname: "O'Brien" },
  { kind: 'double quotes', givenName: 'Robert "Bob"', surname: 'Miller' },
  { kind: 'umlauts', givenName: 'Jürgen', surname: 'Müller-Lüdenscheidt' },
  { kind: 'sharp s', givenName: 'Käthe', surname: 'Weiß' },
  { kind: 'Nordic letters', givenName: 'Åse', surname: 'Bjørnstad' },
  { kind: 'Polish letters', givenName: 'Łukasz', surname: 'Żółć' },
  { kind: 'Turkish dotless i', givenName: 'Işıl', surname: 'Yıldırım' },
  { kind: 'Chinese', givenName: '伟', surname: '王' },
  { kind: 'Japanese', givenName: '花子', surname: '山田' },
  { kind: 'Korean', givenName: '민준', surname: '김' },
  { kind: 'right to left', givenName: 'محمد', surname: 'العربي' },
  { kind: 'outside the basic plane', givenName: '𠮷', surname: '田' },
  { kind: 'one letter', givenName: 'X', surname: 'Y' },
  { kind: 'no given name', surname: 'Suharto' },
  { kind: 'no surname', givenName: 'Madonna' },
  {
    kind: 'very long',
    givenName: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe',
    surname: 'warenwohlgepflegeundsorgfaltigkeitbeschutzenvorangreifendurchihrraubgierigfeinde',
  },
  { kind: 'combining marks', givenName: 'Zoe\u0308', surname: 'Nin\u0303o' },
  { kind: 'hyphen and space', givenName: 'Anne-Marie Louise', surname: 'van der Berg' },
  { kind: 'backslash and ampersand', givenName: 'A\\B', surname: 'Smith & Sons' },
  { kind: 'brackets and plus', givenName: 'Chris [CJ]', surname: 'Plus+Minus' },
]
