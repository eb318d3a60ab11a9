import { makeStyles, tokens } from '@fluentui/react-components'

/** Of what stands beside the wire. */
export const usePaneStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowY: 'auto',
    minHeight: 0,
    // What scrolls by itself gives way, and what is pressed does not.
    '> button': { flexShrink: 0 },
  },
  part: { display: 'flex', flexDirection: 'column', gap: '6px', flexShrink: 0, overflowWrap: 'anywhere' },
  value: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  control: { minWidth: 0, width: '100%' },
  divider: { flexGrow: 0 },
  target: { minWidth: '24px', minHeight: '24px', justifyContent: 'center' },
  // As wide as the pane; long values go on in the next line.
  body: {
    margin: 0,
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})
