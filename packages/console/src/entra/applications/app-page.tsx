import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { PeopleTeamRegular, PersonSyncRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { useItem } from '../../source/use-view.ts'
import { words } from '../words.ts'
import { SeenAppPage } from './app-frame.tsx'
import { DeleteApp } from './delete-app.tsx'
import { useAppName } from './use-app.ts'

const Link = createLink(TextLink)

const useStyles = makeStyles({
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', gap: '12px' },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  name: { display: 'flex', gap: '8px', alignItems: 'center', margin: 0, fontSize: tokens.fontSizeBase300 },
  text: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  facts: { maxWidth: '640px' },
})

/** The application's own overview: its properties, and the tiles that one begins with. */
export function EntraAppPage() {
  const styles = useStyles()
  const app = useAppName()
  return (
    <SeenAppPage level="application" title={app} seen={useItem('entra.applications', app)} what="the application">
      {({ value }) => (
        <>
          <h2 className={styles.heading}>{words.properties}</h2>
          <DeleteApp app={value.name} />
          <div className={styles.facts}>
            <ValueList value={{ name: value.name, applicationID: value.appId, objectID: value.id }} />
          </div>
          <h2 className={styles.heading}>{words.gettingStarted}</h2>
          <div className={styles.tiles}>
            <Tile
              name={`1. ${words.assignTile}`}
              icon={<PeopleTeamRegular aria-hidden />}
              text={`Who may use the application. Assigned now: ${value.assigned}.`}
              to={paths.entraAssignments(app)}
              act={words.assignTile}
            />
            <Tile
              name={words.provisionTile}
              icon={<PersonSyncRegular aria-hidden />}
              text="Accounts are made, changed and disabled in the application by themselves."
              to={paths.entraProvisioning(app)}
              act={words.getStarted}
            />
          </div>
        </>
      )}
    </SeenAppPage>
  )
}

interface TileProps {
  readonly name: string
  readonly icon: ReactNode
  readonly text: string
  readonly to: string
  readonly act: string
}

function Tile({ name, icon, text, to, act }: TileProps) {
  const styles = useStyles()
  return (
    <section className={styles.tile} aria-label={name}>
      <h3 className={styles.name}>
        {icon}
        {name}
      </h3>
      <span className={styles.text}>{text}</span>
      <Link to={to}>{act}</Link>
    </section>
  )
}
