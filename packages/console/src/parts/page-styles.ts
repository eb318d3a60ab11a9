import { makeStyles, tokens } from '@fluentui/react-components'

export const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    height: '100%',
    minHeight: 0,
    // A page that is longer than the window must not press what is said above it together.
    '& > .fui-MessageBar': { flexShrink: 0 },
  },
  head: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap', rowGap: '8px', paddingTop: '4px' },
  heading: { display: 'flex', alignItems: 'baseline', gap: '12px', flexWrap: 'wrap', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  /** What a server has said, which may be one long word. */
  said: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  grow: { flexGrow: 1 },
  middle: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    alignItems: 'center',
    justifyContent: 'center',
    padding: '48px 16px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
})
