import { makeStyles, tokens } from '@fluentui/react-components'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { Failed } from '../../parts/page-state.tsx'
import { useAnswer } from '../../source/use-answer.ts'
import { useRested } from '../../source/use-later.ts'
import { movedText, previewText } from './preview-text.ts'

const useStyles = makeStyles({ names: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' } })

/** Who would come in and who would go, before anything is saved. @param draft as `preview-scope` takes it */
export function ScopePreview({ draft }: { readonly draft: object }) {
  const styles = useStyles()
  const { data, error } = useAnswer('preview-scope', useRested(draft))
  return (
    <SimulatorOnly>
      {error ? <Failed error={error} /> : null}
      <span role="status">{data && !error ? previewText(data) : 'Who would be in scope is told here.'}</span>
      {data && !error
        ? movedText(data).map((line) => (
            <span key={line} className={styles.names}>
              {line}
            </span>
          ))
        : null}
    </SimulatorOnly>
  )
}
