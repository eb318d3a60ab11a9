// The rooms of each package and the arrows between them. A room is a folder, or files that will become one. Longer paths win.

export interface Room {
  /** Paths below the package's `src`: a folder, a file, or the beginning of file names (`cycle/plan-*`). Default: the room's own name. */
  readonly at?: readonly string[]
  /** Rooms of the same package, rooms of another one (`shared/scim`), whole packages (`shared`). ALL: whatever the package may import. */
  readonly may: readonly string[] | typeof ALL
}

export interface PackagePlan {
  /** Other packages that it may import at all. */
  readonly packages: readonly string[]
  /** Rooms may be listed before they exist. */
  readonly rooms: Readonly<Record<string, Room>>
}

/** For what assembles a package: it may import all of it, and no room may import it. */
export const ALL = 'all'

const PROGRAMS = ['receiver', 'entra-sim', 'jumpcloud-sim', 'okta-sim']

const SHARED: PackagePlan = {
  packages: [],
  rooms: {
    scim: { may: [] },
    provisioning: { may: [] },
    runtime: { may: [] },
    // How systems differ. A room of its own, so that what is pure does not load the disk with the clock.
    platform: { at: ['runtime/platform'], may: [] },
    people: { may: [] },
    regex: { may: [] },
    nearest: { may: [] },
    // Pure and without a library, because pages load it.
    paging: { may: [] },
    // https, for vendors' clients that take nothing else.
    tls: { may: [] },
    oauth: { may: ['provisioning'] },
    behaviour: { may: ['runtime', 'nearest'] },
    store: { may: ['runtime', 'platform'] },
    http: { may: ['provisioning', 'behaviour', 'runtime', 'paging'] },
    // What is the same in every program, and how one describes itself.
    program: { may: ['provisioning', 'behaviour', 'runtime', 'store', 'http'] },
  },
}

const FACTS_OF_FINDINGS = ['shared/scim', 'shared/provisioning', 'shared/behaviour']

/** One finding a file, pure: it is handed exchanges and differences, and knows neither worlds nor programs. */
const FINDINGS: PackagePlan = {
  packages: ['shared'],
  rooms: {
    // What a finding is, and what it is told from.
    values: { at: ['finding.ts', 'difference.ts', 'evidence.ts', 'vocabulary.ts'], may: FACTS_OF_FINDINGS },
    // What exchanges show by themselves.
    signs: {
      at: [
        'exchange-signs*',
        'answer-signs.ts',
        'member-signs.ts',
        'value-signs.ts',
        'watched-signs*',
        'seen-exchange.ts',
      ],
      may: ['values', ...FACTS_OF_FINDINGS],
    },
    findings: { may: ['values', ...FACTS_OF_FINDINGS] },
    // The lists of all of them.
    program: { at: ['findings.ts', 'findings-of-*', '*.test.ts', 'index.ts'], may: ALL },
  },
}

/** What an identity provider makes of any history, from the references alone: it knows no wire and no engine. */
const ORACLE: PackagePlan = {
  packages: ['shared'],
  rooms: {
    // What the oracles have in common.
    common: { at: ['drawn.ts', 'reply.ts', 'by-hand.ts'], may: ['shared/behaviour'] },
    entra: { may: ['common', 'shared/behaviour', 'shared/runtime'] },
    // Knows nothing but its own history.
    jumpcloud: { may: ['common', 'shared/behaviour'] },
    okta: { may: ['common'] },
  },
}

const VALUES_OF_LARK = ['directory', 'lark/values', 'lark/log', 'shared']
const RULES_OF_LARK = [...VALUES_OF_LARK, 'behaviour', 'profile', 'lark/state', 'lark/rules']
const ACTS_OF_LARK = [...VALUES_OF_LARK, 'ledger', 'lark/state', 'lark/rules', 'lark/acts']

const RECEIVER: PackagePlan = {
  packages: ['shared'],
  rooms: {
    behaviour: { at: ['behaviour.ts', 'fidelity.ts'], may: ['shared/behaviour'] },
    directory: { may: ['shared'] },
    // The port: what a product has to say to every request. No product is known to it.
    profile: { may: ['directory', 'shared'] },
    // A directory with its profile and its store: whoever decides commits here.
    ledger: { at: ['ledger.ts'], may: ['directory', 'profile', 'shared'] },
    'handler-port': { at: ['scim/handler-port.ts'], may: ['shared/scim'] },
    'scim/answer': { may: ['directory', 'profile', 'shared/scim', 'shared/runtime'] },
    'scim/request': { may: ['directory', 'profile', 'handler-port', 'scim/answer', 'shared/scim', 'shared/runtime'] },
    'scim/endpoints': { may: ['directory', 'profile', 'scim/answer', 'scim/request', 'shared/scim', 'shared/runtime'] },
    scim: {
      at: ['scim/handler.ts', 'scim/turns.ts'],
      may: [
        'profile',
        'ledger',
        'handler-port',
        'scim/answer',
        'scim/request',
        'scim/endpoints',
        'shared/scim',
        'shared/runtime',
      ],
    },
    // Of HTTP it takes whose address a request comes from.
    'scim/host': { may: ['handler-port', 'scim', 'scim/request', 'shared/http', 'shared/scim'] },
    oauth: { may: ['directory', 'profile', 'ledger', 'handler-port', 'scim/request', 'shared'] },
    // What is told of writes to whoever polls.
    events: { may: ['directory', 'profile', 'ledger', 'handler-port', 'scim', 'scim/request', 'shared'] },
    rfc: { may: ['profile', 'directory', 'shared'] },
    // One product, from its values to its screens. A second one is a folder beside it.
    'lark/values': { may: ['directory', 'shared'] },
    'lark/log': { may: ['directory', 'lark/values', 'shared'] },
    'lark/state': { may: VALUES_OF_LARK },
    'lark/rules': { may: RULES_OF_LARK },
    'lark/decide': { may: RULES_OF_LARK },
    // Of the profile an act knows the state that is behind it.
    'lark/acts': { may: [...ACTS_OF_LARK, 'lark/decide'] },
    'lark/verbs': { may: ACTS_OF_LARK },
    'lark/views': { may: ACTS_OF_LARK },
    'lark/api': { may: [...ACTS_OF_LARK, 'lark/verbs', 'lark/views'] },
    deviations: { may: ['handler-port', 'shared/scim', 'shared/runtime', 'shared/behaviour'] },
    // What any receiver is asked and told, whichever product it is.
    control: { may: ['deviations', 'directory', 'profile', 'ledger', 'shared'] },
    program: {
      at: ['program.ts', 'up', 'receiver.ts', 'receiver-options.ts', 'control.ts', 'console-surfaces.ts', 'index.ts'],
      may: ALL,
    },
  },
}

const VALUES_OF_ENTRA = ['behaviour', 'expression', 'schema', 'shared']
const STATE_OF_ENTRA = [...VALUES_OF_ENTRA, 'directory', 'job', 'state']
const PURE_CYCLE_OF_ENTRA = [...STATE_OF_ENTRA, 'mapping', 'scoping', 'compiled', 'conversation', 'log']
const CYCLE_OF_ENTRA = [...PURE_CYCLE_OF_ENTRA, 'ports', 'request', 'plan', 'absorb', 'settle', 'acts']
const SURFACE_OF_ENTRA = [...CYCLE_OF_ENTRA, 'context', 'cycle', 'inputs']

const ENTRA: PackagePlan = {
  packages: ['shared'],
  rooms: {
    behaviour: {
      at: ['behaviour.ts', 'switches', 'quirks.ts', 'quirks', 'fidelity'],
      may: ['switches/expression', 'shared/behaviour'],
    },
    // What is open about the mapping language: its evaluator takes its defaults from where they are defined.
    'switches/expression': { at: ['switches/expression-switches.ts'], may: ['shared/behaviour'] },
    expression: { may: ['switches/expression', 'shared/behaviour', 'shared/regex', 'shared/nearest'] },
    schema: { may: ['expression'] },
    scoping: { may: ['expression', 'schema'] },
    mapping: { may: ['expression', 'schema', 'mapping/lint'] },
    'mapping/lint': { may: ['expression', 'schema', 'mapping', 'scoping'] },
    // The mappings and filters of one job, ready to be evaluated: asked by whoever plans, talks or saves.
    compiled: { may: ['expression', 'schema', 'scoping', 'mapping'] },
    directory: { may: VALUES_OF_ENTRA },
    job: { may: [...VALUES_OF_ENTRA, 'directory'] },
    state: { may: STATE_OF_ENTRA },
    log: { may: ['schema', 'directory', 'job', 'state', 'shared'] },
    request: { may: ['behaviour', 'shared/provisioning', 'shared/runtime'] },
    conversation: {
      may: ['request', 'mapping', 'compiled', 'expression', 'log', 'behaviour', 'shared/provisioning', 'shared/scim'],
    },
    plan: {
      at: ['plan', 'cycle/plan-*', 'cycle/intent.ts', 'cycle/limit-deletions.ts', 'cycle/evaluate-scope.ts'],
      may: PURE_CYCLE_OF_ENTRA,
    },
    absorb: { may: [...PURE_CYCLE_OF_ENTRA, 'plan'] },
    settle: { may: [...PURE_CYCLE_OF_ENTRA, 'plan'] },
    // What acts and cycles need of the tenant: a port, so that neither knows what holds the state or sends the requests.
    ports: { at: ['tenant-ports.ts'], may: [...STATE_OF_ENTRA, 'log'] },
    acts: { may: [...STATE_OF_ENTRA, 'mapping', 'scoping', 'compiled', 'log', 'ports'] },
    cycle: { may: CYCLE_OF_ENTRA },
    context: { at: ['context.ts'], may: [...STATE_OF_ENTRA, 'log', 'ports', 'acts', 'cycle'] },
    inputs: { at: ['inputs', 'verbs/inputs.ts'], may: [...STATE_OF_ENTRA, 'context'] },
    graph: { may: SURFACE_OF_ENTRA },
    'sign-in': { may: ['shared'] },
    verbs: { may: SURFACE_OF_ENTRA },
    views: { may: SURFACE_OF_ENTRA },
    program: { at: ['program.ts', 'up', 'tenant.ts', 'control.ts', 'index.ts'], may: ALL },
  },
}

const STATE_OF_JUMPCLOUD = ['behaviour', 'directory', 'state', 'shared']
const SURFACE_OF_JUMPCLOUD = [...STATE_OF_JUMPCLOUD, 'push', 'connector', 'insights', 'context', 'acts']

const JUMPCLOUD: PackagePlan = {
  packages: ['shared'],
  rooms: {
    behaviour: { at: ['behaviour.ts', 'quirks.ts', 'fidelity.ts'], may: ['shared/behaviour'] },
    directory: { may: ['behaviour', 'shared'] },
    state: { may: STATE_OF_JUMPCLOUD },
    acts: { may: STATE_OF_JUMPCLOUD },
    push: { may: [...STATE_OF_JUMPCLOUD, 'acts'] },
    insights: { may: STATE_OF_JUMPCLOUD },
    // Its acts are the administrator's, over the engine; the engine knows no connector.
    connector: { may: [...STATE_OF_JUMPCLOUD, 'acts', 'push', 'insights', 'context'] },
    context: {
      at: ['context.ts', 'engine.ts', 'timekeeper.ts'],
      may: [...STATE_OF_JUMPCLOUD, 'acts', 'push', 'insights'],
    },
    inputs: { may: STATE_OF_JUMPCLOUD },
    api: { may: SURFACE_OF_JUMPCLOUD },
    verbs: { may: [...SURFACE_OF_JUMPCLOUD, 'inputs'] },
    views: { may: [...SURFACE_OF_JUMPCLOUD, 'inputs'] },
    program: { at: ['program.ts', 'org.ts', 'control.ts', 'index.ts'], may: ALL },
  },
}

const OKTA: PackagePlan = {
  packages: ['shared'],
  rooms: {
    behaviour: { at: ['behaviour.ts', 'quirks.ts', 'fidelity.ts'], may: ['shared/behaviour', 'shared/program'] },
    // The language of mappings: a library of its own.
    expression: { may: [] },
    values: { may: ['expression'] },
    // What acts and outcomes come to: over values, without a wire.
    plan: { may: ['behaviour', 'expression', 'values', 'shared/behaviour', 'shared/program'] },
    // It asks the plan who is where, and decides nothing.
    wire: { may: ['behaviour', 'values', 'plan', 'shared/oauth', 'shared/provisioning'] },
    engine: { at: ['engine.ts'], may: ['behaviour', 'values', 'plan', 'wire', 'shared'] },
    verbs: { may: ['expression', 'values', 'plan', 'wire', 'engine', 'shared'] },
    views: { may: ['values', 'plan', 'engine', 'shared'] },
    // Okta's API: the same acts as the verbs, as its callers see them.
    api: { may: ['behaviour', 'expression', 'values', 'plan', 'engine', 'shared'] },
    // How it is served by itself.
    up: { may: ['shared'] },
    program: { at: ['program.ts', 'index.ts'], may: ALL },
  },
}

const HARNESS: PackagePlan = {
  packages: ['shared', 'findings', 'oracle', ...PROGRAMS],
  rooms: {
    // Files that people write, and how what is wrong with them is said with its place.
    written: { may: ['shared/behaviour'] },
    language: {
      at: ['language', 'scenario'],
      may: ['written', 'shared/behaviour', 'shared/people', 'shared/runtime', 'shared/platform'],
    },
    // Of people it takes the numbers that belong to nobody.
    target: {
      may: [
        'written',
        'shared/behaviour',
        'shared/http',
        'shared/oauth',
        'shared/provisioning',
        'shared/scim',
        'shared/runtime',
        'shared/platform',
        'shared/people',
      ],
    },
    world: { may: ['written', 'target', 'shared', ...PROGRAMS] },
    report: { may: ['shared', 'findings'] },
    run: {
      at: ['run', 'steps', 'expect', 'checkers', 'scenario/run-*', 'world/vocabulary-of.ts'],
      may: ['written', 'language', 'world', 'target', 'report', 'shared'],
    },
    recording: { may: ['written', 'findings', 'target', 'shared'] },
    // The lives are those of three vendors' services.
    examine: {
      may: [
        ...['written', 'run', 'world', 'target', 'findings', 'report', 'shared'],
        ...['entra-sim/program', 'jumpcloud-sim/program', 'okta-sim/program'],
      ],
    },
    // Random histories as scenarios, against an oracle.
    explore: { may: ['written', 'language', 'run', 'world', 'target', 'report', 'oracle', 'shared'] },
    // What others have published, asked of an endpoint; it asks as the examination does.
    suites: { may: ['written', 'world', 'target', 'examine', 'findings', 'report', 'shared', 'entra-sim/program'] },
    requests: {
      may: [
        ...['written', 'examine', 'pages', 'receiver', 'shared'],
        ...['entra-sim/fidelity', 'jumpcloud-sim/fidelity', 'okta-sim/fidelity'],
      ],
    },
    // A world that stands until it is stopped; which programs are in it, its opener says.
    live: { may: ['written', 'run', 'report', 'findings', 'shared'] },
    // Runs of scenarios as recordings that pages step through, with what the receiver's own log says.
    story: { may: ['written', 'language', 'run', 'world', 'report', 'live', 'receiver', 'shared'] },
    // Reports as pages: only what a result holds is on them.
    html: { may: ['report', 'examine', 'suites', 'findings', 'shared'] },
    pages: { at: ['pages', 'catalogue'], may: ['shared', 'findings', ...PROGRAMS] },
    // The doors of the package.
    program: { at: ['index.ts', '*/index.ts'], may: ALL },
  },
}

/** Pages of their own programs: they speak HTTP, and of what answers they know the types only. */
const CONSOLE: PackagePlan = {
  packages: ['shared', 'harness', ...PROGRAMS],
  rooms: {
    // What each portal says of itself as data: the rail, the keys and links from elsewhere loop over it.
    families: {
      at: ['families.ts', 'entra/family.ts', 'jumpcloud/family.ts', 'okta/family.ts', 'receiver/family.ts'],
      may: ['parts'],
    },
    paths: { at: ['paths.ts'], may: ['families'] },
    // What start page, wire and stories know of an identity provider; its help page is loaded when the guide is.
    providers: {
      at: ['providers.ts', 'entra/provider.ts', 'jumpcloud/provider.ts', 'okta/provider.ts'],
      may: ['parts', 'source', 'entra', 'jumpcloud', 'okta'],
    },
    source: { may: ['shared', 'harness', ...PROGRAMS] },
    parts: { may: ['source'] },
    shell: { may: ['families', 'paths', 'parts', 'providers', 'source'] },
    wire: { may: ['families', 'paths', 'parts', 'providers', 'source'] },
    receiver: { may: ['paths', 'parts', 'source'] },
    acts: { may: ['parts', 'source'] },
    entra: { may: ['paths', 'parts', 'source'] },
    jumpcloud: { may: ['paths', 'parts', 'source'] },
    okta: { may: ['paths', 'parts', 'source'] },
    // A story is the wire with a narrator.
    story: { may: ['families', 'paths', 'parts', 'providers', 'source', 'wire'] },
    program: { at: ['main.tsx', 'routes.tsx', 'story-main.tsx', 'story-routes.tsx', 'story-frame.tsx'], may: ALL },
  },
}

/** The published package: the commands, and the only place where a run meets the findings. */
const SCIMULATOR: PackagePlan = {
  packages: ['shared', 'findings', 'harness', ...PROGRAMS],
  rooms: {
    // What the package carries: scenarios, stories, recorded requests, its version.
    shipped: { may: ['harness', 'shared/behaviour', 'shared/platform'] },
    // The files of a new project, from choices.
    init: { may: ['shipped', 'harness/scenario', 'harness/recording'] },
    watch: { may: ['harness/scenario', 'harness/report'] },
    mcp: { may: ['shipped', 'harness', 'shared/http'] },
    // What programs call.
    api: { may: ['shipped', 'harness', 'shared', ...PROGRAMS] },
    // For test runners, over what programs call.
    suite: { may: ['api', 'findings', 'harness/expect', 'shared/provisioning'] },
    // A command a file; no command is called by anything else.
    cli: { may: ['shipped', 'init', 'watch', 'mcp', 'harness', 'findings', 'shared', ...PROGRAMS] },
    doors: { at: ['index.ts', 'express.ts', 'mapping.ts', 'requests.ts', 'scim.ts', 'vitest.ts'], may: ALL },
  },
}

/** What all programs are held to, by one list. Nothing of the product imports it. */
const TESTKIT: PackagePlan = {
  packages: ['shared', 'harness', ...PROGRAMS],
  rooms: { testkit: { at: ['*'], may: ALL } },
}

export const HOUSE: Readonly<Record<string, PackagePlan>> = {
  shared: SHARED,
  findings: FINDINGS,
  oracle: ORACLE,
  receiver: RECEIVER,
  'entra-sim': ENTRA,
  'jumpcloud-sim': JUMPCLOUD,
  'okta-sim': OKTA,
  harness: HARNESS,
  console: CONSOLE,
  scimulator: SCIMULATOR,
  testkit: TESTKIT,
}
