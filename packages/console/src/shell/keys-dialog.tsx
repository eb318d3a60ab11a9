import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { areSingleKeysOn, switchSingleKeys } from '../parts/single-keys.ts'
import { KEYS } from './keys.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '6px 16px', margin: '0 0 12px' },
  key: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  does: { margin: 0 },
})

/** Every key that does something, and the switch for those without Ctrl. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles()
  const [isOn, setOn] = useState(areSingleKeysOn)
  const change = (on: boolean): void => {
    switchSingleKeys(on)
    setOn(on)
  }
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Keys</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {KEYS.map(([key, does]) => (
                <KeyRow key={key} keys={key} does={does} />
              ))}
            </dl>
            <Switch label="Keys without Ctrl" checked={isOn} onChange={(_event, { checked }) => change(checked)} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function KeyRow({ keys, does }: { readonly keys: string; readonly does: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.key}>{keys}</dt>
      <dd className={styles.does}>{does}</dd>
    </>
  )
}
