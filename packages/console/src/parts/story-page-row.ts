import type { RouteComponent } from '@tanstack/react-router'

/** Path, title and page of a list that a story's file shows, and the view without which it has nothing to show. */
export type StoryPageRow = readonly [path: string, title: string, page: RouteComponent, view: string]
