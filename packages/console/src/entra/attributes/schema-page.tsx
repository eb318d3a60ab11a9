import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from '../../parts/copy-button.tsx'
import { useItem } from '../../source/use-view.ts'
import { SeenAppPage } from '../applications/app-frame.tsx'
import { useMappingsStep } from '../applications/portal-layout.ts'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'

const useStyles = makeStyles({
  code: {
    margin: 0,
    padding: '12px',
    overflow: 'auto',
    minHeight: '120px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
})

/** Review your schema: what the pages have made of the job, in Graph’s words. */
export function EntraSchemaPage() {
  const styles = useStyles()
  const app = useAppName()
  const seen = useItem('entra.schema', app, { app })
  return (
    <SeenAppPage title={words.reviewSchema} under={[useMappingsStep(app)]} seen={seen} what="the schema">
      {({ value }) => {
        const text = JSON.stringify(value, null, 2)
        return (
          <>
            <div>
              <CopyButton label="Copy" text={() => text} />
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
            <pre className={styles.code} tabIndex={0}>
              {text}
            </pre>
          </>
        )
      }}
    </SeenAppPage>
  )
}
