export { beyondTime, type Clock, isoTime, systemClock } from './clock.ts'
export { DAY_MS, HOUR_MS, MINUTE_MS, parseDuration } from './duration.ts'
export { type EventLoop, eventLoop } from './event-loop.ts'
export { hashToken } from './hash-token.ts'
export { createRandomIds, createSeededIds, type Ids } from './ids.ts'
export { createRealSchedule, type RealSchedule } from './real-schedule.ts'
export { loopComesRound, type RealTime, realTime } from './real-time.ts'
export {
  createVirtualSchedule,
  isVirtual,
  type Schedule,
  type ScheduleEntry,
  type VirtualSchedule,
} from './schedule.ts'
export { skewedSchedule } from './skewed-schedule.ts'
export { seen } from './unseen.ts'
