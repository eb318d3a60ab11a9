import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useStyles } from '../parts/page-styles.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { useLarkAct } from './acting.ts'

type NoticePage = Views['lark.notices']['page']

/** What the notice of a page reads. */
export function noticesOf(page: NoticePage) {
  return ['lark.notices', { page }] as const
}

/** What a page of the organisation says after a sync, until somebody has seen it. */
export function SyncNotice({ page }: { readonly page: NoticePage }) {
  const { data } = useView(...noticesOf(page))
  const act = useLarkAct()
  const { said } = useStyles()
  if (data === undefined || data.items.length === 0) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={said}>
        {data.items.map(({ value: { source, text } }) => `${source}: ${text}.`).join(' ')}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label="Dismiss the notice"
            icon={<DismissRegular />}
            onClick={() => void act.run('dismiss-notice', { page })}
          />
        }
      />
    </MessageBar>
  )
}
