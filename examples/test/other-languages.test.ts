// Suites in other languages, from the requests that the package ships: against a right endpoint and against one with a bug.
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { TOKEN } from './scim-client.ts'
import { EXAMPLES, serve } from './serve.ts'

const SUITES = join(EXAMPLES, 'requests')
const REQUESTS = join(EXAMPLES, '../packages/scimulator/requests')
const work = mkdtempSync(join(tmpdir(), 'other-languages-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

interface Suite {
  /** Whose requests it is tried with; one each, since a start takes seconds. */
  readonly as: 'entra' | 'entra-legacy' | 'jumpcloud' | 'okta' | 'okta-catalogue'
  readonly command: readonly [string, ...string[]]
  readonly cwd: string
  isHere(): boolean
  prepare?(): void
}

const JUNIT = [
  ['org/junit/jupiter/junit-jupiter-api', 'junit-jupiter-api', '5.11.4'],
  ['org/junit/jupiter/junit-jupiter-engine', 'junit-jupiter-engine', '5.11.4'],
  ['org/junit/platform/junit-platform-commons', 'junit-platform-commons', '1.11.4'],
  ['org/junit/platform/junit-platform-engine', 'junit-platform-engine', '1.11.4'],
  ['org/junit/platform/junit-platform-launcher', 'junit-platform-launcher', '1.11.4'],
  ['org/opentest4j/opentest4j', 'opentest4j', '1.3.0'],
  ['org/apiguardian/apiguardian-api', 'apiguardian-api', '1.1.2'],
].map(([folder = '', name, version]) => join(homedir(), '.m2/repository', folder, `${version}/${name}-${version}.jar`))

const javaFolder = join(work, 'java')
const classPath = [...JUNIT, javaFolder].join(':')

/** JUnit's own launcher, for a machine without a build tool. */
const LAUNCH = `import org.junit.platform.launcher.core.*;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
class Launch {
  public static void main(String[] args) {
    var listener = new SummaryGeneratingListener();
    var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(ScimTest.class)).build();
    LauncherFactory.create().execute(request, listener);
    listener.getSummary().printFailuresTo(new java.io.PrintWriter(System.out));
    System.out.println(listener.getSummary().getTestsSucceededCount() + " passed");
    System.exit(listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
  }
}
`

function compileJava(): void {
  mkdirSync(javaFolder, { recursive: true })
  cpSync(join(SUITES, 'java/ScimTest.java'), join(javaFolder, 'ScimTest.java'))
  cpSync(join(EXAMPLES, 'endpoints/java/Json.java'), join(javaFolder, 'Json.java'))
  writeFileSync(join(javaFolder, 'Launch.java'), LAUNCH)
  const files = ['ScimTest.java', 'Json.java', 'Launch.java']
  execFileSync('javac', ['-encoding', 'UTF-8', '-cp', classPath, '-d', javaFolder, ...files], { cwd: javaFolder })
}

function answers(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const SUITE: Readonly<Record<string, Suite>> = {
  unittest: {
    as: 'entra-legacy',
    command: ['python3', '-m', 'unittest', 'test_scim'],
    cwd: join(SUITES, 'python'),
    isHere: () => answers('python3', '--version'),
  },
  pytest: {
    as: 'jumpcloud',
    command: ['pytest', '-q', '-p', 'no:cacheprovider', 'test_scim.py'],
    cwd: join(SUITES, 'python'),
    isHere: () => answers('pytest', '--version'),
  },
  'go test': {
    as: 'entra',
    command: ['go', 'test', '-count=1', './...'],
    cwd: join(SUITES, 'go'),
    isHere: () => answers('go', 'version'),
  },
  JUnit: {
    as: 'entra-legacy',
    command: ['java', '-cp', classPath, 'Launch'],
    cwd: work,
    isHere: () => answers('javac', '--version') && JUNIT.every(existsSync),
    prepare: compileJava,
  },
}

const here = Object.entries(SUITE).filter(([, { isHere }]) => isHere())
console.log(`Suites in other languages: ${here.length} of ${Object.keys(SUITE).length}, what is on this machine`)

async function run({ command: [program, ...args], cwd, as }: Suite, faults: readonly string[]) {
  const served = await serve('python3', ['endpoints/python/server.py'], faults)
  const [SCIM_URL, SCIM_REQUESTS] = [served.scim.url, join(REQUESTS, `${as}.json`)]
  const env = { ...process.env, SCIM_URL, SCIM_TOKEN: TOKEN, SCIM_REQUESTS, PYTHONDONTWRITEBYTECODE: '1' }
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env })
    return { failed: false, printed: stdout + stderr }
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error)
    return { failed: true, printed: `${stdout}${stderr}` }
  } finally {
    await served.stop()
  }
}

test('at least one of them is on this machine', () => {
  expect(here.map(([name]) => name)).not.toEqual([])
})

describe.each(here)('%s', (_, suite) => {
  test('passes at a right endpoint', { timeout: 120_000 }, async () => {
    suite.prepare?.()
    const { failed, printed } = await run(suite, [])
    expect(failed, printed).toBe(false)
  })

  test('fails at one that loses members of a group, and says where', { timeout: 120_000 }, async () => {
    const { failed, printed } = await run(suite, ['member-add-replaces'])
    expect(failed).toBe(true)
    expect(printed).toMatch(/joins-group|\/Groups\//)
  })
})

describe('the guide', () => {
  const guide = readFileSync(join(EXAMPLES, '../docs/guides/other-languages.md'), 'utf8')

  test.each(['python/test_scim.py', 'go/scim_test.go', 'java/ScimTest.java', 'dotnet/ScimTest.cs'])(
    'names %s',
    (file) => {
      expect(guide).toContain(`](../../examples/requests/${file})`)
      expect(existsSync(join(SUITES, file))).toBe(true)
    },
  )
})
