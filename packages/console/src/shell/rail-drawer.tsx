import { OverlayDrawer } from '@fluentui/react-components'
import { Rail } from './rail.tsx'

/** The rail over the page, where there is no room beside it. */
export function RailDrawer({ onClose }: { readonly onClose: () => void }) {
  return (
    <OverlayDrawer open position="start" size="small" onOpenChange={onClose}>
      <Rail onGo={onClose} />
    </OverlayDrawer>
  )
}
