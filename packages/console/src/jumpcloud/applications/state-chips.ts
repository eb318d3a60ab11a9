// What stands above the tabs of an application: the status of its integration, and what its test has come to (JC2). Pure.
import type { Tone } from '../../parts/status-badge.tsx'
import type { Views } from '../../source/source.ts'
import type { Application } from './application.ts'

type Connector = Views['jumpcloud.connector']

export interface Chip {
  readonly tone: Tone
  readonly text: string
}

/**
 * SSO, its certificate and its key have no chip: nobody signs in here.
 *
 * @param connector undefined before the tab Identity Management was saved for the first time
 */
export function chipsOf(
  application: Pick<Application, 'identityManagement'>,
  connector: Pick<Connector, 'active' | 'verified' | 'lastTest'> | undefined,
): readonly Chip[] {
  if (!application.identityManagement) return [{ tone: 'plain', text: 'Identity Management: not chosen' }]
  return [integrationChip(connector), ...testChips(connector)]
}

function integrationChip(connector: Pick<Connector, 'active'> | undefined): Chip {
  if (connector === undefined) return { tone: 'plain', text: 'Identity Management: not configured' }
  return connector.active
    ? { tone: 'good', text: 'Identity Management: active' }
    : { tone: 'plain', text: 'Identity Management: not activated' }
}

/** Settings that have changed since count as not tested: activating tests them anew. */
function testChips(connector: Pick<Connector, 'verified' | 'lastTest'> | undefined): readonly Chip[] {
  const { lastTest, verified = false } = connector ?? {}
  if (lastTest === undefined) return []
  if (!lastTest.passed) return [{ tone: 'bad', text: 'Connection test: failed' }]
  return [
    verified ? { tone: 'good', text: 'Connection test: passed' } : { tone: 'watch', text: 'Connection test: old' },
  ]
}
