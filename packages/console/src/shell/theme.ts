import { webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'

export type ThemeChoice = 'system' | 'light' | 'dark'

const KEPT = 'scimulator.theme'
const DARK = '(prefers-color-scheme: dark)'

/** Foreground for what is said quietly is a little stronger than Fluent's, so that it is read on every ground of ours. */
const LIGHT = { ...webLightTheme, colorNeutralForeground3: '#565656' }
const NIGHT = { ...webDarkTheme, colorNeutralForeground3: '#b8b8b8' }

export function useTheme() {
  const [choice, setChoice] = useState<ThemeChoice>(keptChoice)
  const isSystemDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches)
  const isDark = choice === 'system' ? isSystemDark : choice === 'dark'
  useEffect(() => {
    localStorage.setItem(KEPT, choice)
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'
  }, [choice, isDark])
  return { choice, choose: setChoice, theme: isDark ? NIGHT : LIGHT }
}

function keptChoice(): ThemeChoice {
  const kept = localStorage.getItem(KEPT)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(DARK)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
