import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHead } from '../../parts/page-head.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { paths } from '../../paths.ts'
import { useLarkAct } from '../acting.ts'
import { ActingAs } from '../acting-as.tsx'
import { words } from '../words.ts'
import type { Access } from './access-step.tsx'
import { SourceWizard } from './source-wizard.tsx'
import { EMPTY_FORM, type Kind } from './wizard.ts'

const KINDS: readonly Kind[] = ['Entra ID', 'JumpCloud']

interface Draft extends Access {
  readonly draft: string
  readonly kind: Kind
}

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '760px' },
  kinds: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: '12px' },
  kind: { minHeight: '72px', backgroundColor: tokens.colorNeutralBackground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

/** Settings › Directory Sync › Add sync source, from the kind to Save and Activate. */
export function AddSourcePage() {
  const page = usePageStyles()
  const act = useLarkAct()
  const navigate = useNavigate()
  const [draft, hold] = useState<Draft>()
  const begin = async (kind: Kind): Promise<void> => {
    const instead = draft === undefined ? {} : { instead: draft.draft }
    const answer = await act.run('begin-sync-source', { kind, ...instead })
    if (answer !== undefined) hold({ ...(answer as Draft), kind })
  }
  const leave = (): void => void navigate({ to: paths.directorySync })
  return (
    <div className={page.page}>
      <PageHead title={words.addSource} place={[[words.settings], [words.sources, paths.directorySync]]}>
        <span className={page.grow} />
        <ActingAs />
      </PageHead>
      {draft === undefined ? (
        <KindPanel error={act.error} onChoose={begin} />
      ) : (
        <SourceWizard
          kind={draft.kind}
          access={draft}
          start={EMPTY_FORM}
          act={act}
          canActivate
          onRefresh={() => void begin(draft.kind)}
          onCancel={() => void act.run('discard-sync-source', { draft: draft.draft }).then(leave)}
          onSave={(configuration, activate) =>
            void act
              .run('save-sync-source', { draft: draft.draft, activate, ...configuration })
              .then((saved) => (saved === undefined ? undefined : leave()))
          }
        />
      )}
    </div>
  )
}

function KindPanel({
  error,
  onChoose,
}: {
  readonly error: Error | null
  readonly onChoose: (kind: Kind) => Promise<void>
}) {
  const styles = useStyles()
  return (
    <section className={styles.panel} aria-label={words.sourcePanel}>
      <h2 className={styles.title}>{words.sourcePanel}</h2>
      {error ? <Failed error={error} /> : null}
      <div className={styles.kinds}>
        {KINDS.map((kind) => (
          <Button key={kind} size="large" className={styles.kind} onClick={() => void onChoose(kind)}>
            {words.kinds[kind]}
          </Button>
        ))}
      </div>
    </section>
  )
}
