import { inFile, type Mutant } from '../mutant.ts'

export const MAPPING_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/mapping/diff-against-target.ts', [
    { name: 'a change of case alone is written', right: 'caseExact ? text : text.toLowerCase()', wrong: 'text' },
    {
      name: 'a mapping that only adds replaces too',
      right: "flowType === 'AttributeAddOnly' || (flowType === 'ValueAddOnly' && !isList)",
      wrong: 'false',
    },
    {
      name: 'a boolean that comes back as text differs',
      right: '/^(true|false)$/i.test(text) ? text.toLowerCase() : text',
      wrong: "typeof value === 'string' ? text : text.toLowerCase()",
    },
    {
      name: 'an attribute of the read-only kind is written',
      right: "one.definition.mutability === 'ReadOnly'",
      wrong: 'false',
    },
    {
      name: 'what is not returned is replaced',
      right: "change('add', outcome.value)",
      wrong: "change('replace', outcome.value)",
    },
    {
      name: 'a wrong value of a mapped attribute is never replaced',
      right: "isEqual && flowBehavior === 'FlowWhenChanged'",
      wrong: 'true',
    },
    {
      name: 'an attribute is written with every update',
      right: "isEqual && flowBehavior === 'FlowWhenChanged'",
      wrong: 'false',
    },
  ]),
  ...inFile('entra-sim/src/mapping/apply-mappings.ts', [
    {
      name: 'a mapping for creation alone is applied to updates too',
      right: "one.mapping.flowType === 'ObjectAddOnly' && options.operation === 'update'",
      wrong: 'false',
    },
    {
      name: 'a default value is written with updates too',
      right: "isNull && options.operation === 'create' && one.mapping.defaultValue !== null",
      wrong: 'isNull && one.mapping.defaultValue !== null',
    },
    {
      name: 'a default value is never written',
      right: "isNull && options.operation === 'create' && one.mapping.defaultValue !== null",
      wrong: 'false',
    },
    {
      name: 'a required attribute may be missing',
      right: "!one.definition.required || options.operation === 'update'",
      wrong: 'true',
    },
    { name: 'what Redact hides is shown in the log', right: 'one.expression?.isRedacted ?? false', wrong: 'false' },
  ]),
  ...inFile('entra-sim/src/mapping/member-body.ts', [
    {
      name: 'a removal of members has a list as its value with the flag too',
      right: "dialect === 'legacy'",
      wrong: 'true',
      within: "if (dialect === 'legacy') return patchBody",
    },
    {
      name: 'a removal of members has a path for each without the flag too',
      right: "dialect === 'legacy'",
      wrong: 'false',
      within: "if (dialect === 'legacy') return patchBody",
    },
    {
      name: 'a membership without the flag is added in lower case',
      right: "memberOp === 'add' ? 'Add' : 'Replace'",
      wrong: 'memberOp',
    },
  ]),
]
