// Faults seeded into a copy, one at a time: the inputs of CI must come upon each of them. What they cannot find they do not guard.

export interface SeededFault {
  readonly what: string
  /** Of `TARGETS`: who comes upon it. */
  readonly target: string
  /** Below `packages/`. */
  readonly file: string
  /** Stands there once. */
  readonly right: string
  readonly wrong: string
}

export const SEEDED_FAULTS: readonly SeededFault[] = [
  {
    what: 'a limit lifted: a regular expression may backtrack without end',
    target: 'regex',
    file: 'shared/src/regex/matcher.ts',
    right: 'if (search.steps < 0 || search.depth >= deepestMatch) search.isExhausted = true',
    wrong: 'if (search.depth >= deepestMatch) search.isExhausted = true',
  },
  {
    what: 'a filter of Graph that names what there is not fails instead of being refused',
    target: 'odata',
    file: 'entra-sim/src/graph/odata/filter.ts',
    right: "if (token.kind === 'word') throw badRequest(`Invalid filter clause",
    wrong: "if (token.kind === 'word') throw new Error(`Invalid filter clause",
  },
  {
    what: 'a filter of JumpCloud without its form fails instead of being refused',
    target: 'lists',
    file: 'jumpcloud-sim/src/api/list-query.ts',
    right: 'throw new VerbError(\'invalid\', `filter "${part}"',
    wrong: 'throw new Error(`filter "${part}"',
  },
  {
    what: 'a state leaked: the receiver replaces a resource before it looks at If-Match',
    target: 'scim',
    file: 'receiver/src/scim/endpoints/replace-resource.ts',
    right:
      '  checkPreconditions(call, record)\n  return recordAnswer(call, replaceFrom(call, record, jsonBody(call)), 200)',
    wrong:
      '  const replaced = replaceFrom(call, record, jsonBody(call))\n  checkPreconditions(call, record)\n  return recordAnswer(call, replaced, 200)',
  },
  {
    what: 'the admin API fails at a path that is not well encoded',
    target: 'admin',
    file: 'receiver/src/lark/api/admin-api.ts',
    right: "throw new VerbError('invalid', `The path part",
    wrong: 'throw new Error(`The path part',
  },
  {
    what: 'a state leaked: Graph changes a group before it refuses its members',
    target: 'graph',
    file: 'entra-sim/src/graph/operations/groups.ts',
    right: 'for (const id of members) addMember(ports.view, group, assertNew(call, group, id))\n',
    wrong: '\n',
  },
  {
    what: 'Graph fails at the name of a header within a batch',
    target: 'graph',
    file: 'entra-sim/src/graph/batch.ts',
    right: "Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'consistencylevel') ?? []",
    wrong: "[...new Headers(request.headers)].find(([name]) => name === 'consistencylevel') ?? []",
  },
  {
    what: 'the tenant fails at a mapping of no attribute',
    target: 'control',
    file: 'entra-sim/src/verbs/mapping-row.ts',
    right: "type === 'Direct' ? `[${source}]` : undefined",
    wrong: 'undefined',
  },
  {
    what: 'a decoding without care: JumpCloud fails at a path that is not well encoded',
    target: 'jumpcloud',
    file: 'jumpcloud-sim/src/api/api.ts',
    right: 'readValue: unescaped })',
    wrong: 'readValue: decodeURIComponent })',
  },
  {
    what: 'a control surface takes a path that is not well encoded for a mistake of ours',
    target: 'control',
    file: 'shared/src/http/control-failure.ts',
    right: 'error instanceof SyntaxError || error instanceof URIError',
    wrong: 'error instanceof SyntaxError',
  },
  {
    what: 'the consoles fail at a path that is no URL',
    target: 'console',
    file: 'harness/src/live/live-surface.ts',
    right: "const path = (request.url ?? '/').split('?', 1)[0] ?? '/'",
    wrong: "const path = new URL(request.url ?? '/', 'http://console.invalid').pathname",
  },
  {
    what: 'an own-property check removed: an expression reads what every object inherits',
    target: 'expression',
    file: 'entra-sim/src/expression/evaluate-text.ts',
    right: '(Object.hasOwn(source, name) ? source[name] : undefined)',
    wrong: 'source[name]',
  },
  {
    what: 'an own-property check removed: a filter of Graph takes what every object inherits for a value',
    target: 'odata',
    file: 'entra-sim/src/graph/odata/filter.ts',
    right: "token.kind === 'word' && Object.hasOwn(known, word)",
    wrong: "token.kind === 'word' && word in known",
  },
]

/** @throws Error where it does not stand there once: then the fault seeds nothing, or more than is said */
export function seeded(text: string, { what, file, right, wrong }: SeededFault): string {
  const parts = text.split(right)
  if (parts.length === 2) return parts.join(wrong)
  throw new Error(`"${what}" fits ${parts.length - 1} times in packages/${file}; mend test/hostile/faults/faults.ts.`)
}
