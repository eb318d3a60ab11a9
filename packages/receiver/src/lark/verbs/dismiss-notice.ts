import { defineVerb } from '@scimulator/shared/behaviour'
import { Acting, actor } from '../acts/acting.ts'
import { carryOutAct, type Desk } from '../acts/desk.ts'
import { NoticePage, noticeKey } from '../log/notice.ts'

export const DismissNoticeInput = Acting.extend({ page: NoticePage })

/** Lark C04: what a page says has been seen; later syncs start a new notice. */
export function dismissNoticeVerb(desk: Desk) {
  return defineVerb({
    name: 'dismiss-notice',
    describes: 'Dismisses the notices of a page.',
    input: DismissNoticeInput,
    isInward: () => true,
    run(input) {
      actor(desk, input)
      const { organisation, page } = input
      const seen = [...desk.profile.state.notices()].filter(
        (notice) => notice.organisation === organisation && notice.page === page,
      )
      carryOutAct(
        desk,
        seen.map((notice) => ({ kind: 'profile:notice-removed', key: noticeKey(notice) }) as const),
      )
      return { dismissed: seen.length }
    },
  })
}
