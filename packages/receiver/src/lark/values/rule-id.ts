/** The rules of the help pages, by the ids under which the project proves them. */
export const RULE_IDS = [
  ...['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16'],
  ...['A17', 'B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09', 'B10', 'B11', 'B12', 'B13', 'B14', 'B15'],
  ...['B16', 'C01', 'C02', 'C03', 'C04', 'C05'],
] as const

export type RuleId = (typeof RULE_IDS)[number]

/**
 * Rules that are turned off. Only tests do that, to see that a proof of the rule turns red; neither the command line nor HTTP can.
 */
export type RulesOff = ReadonlySet<RuleId>
