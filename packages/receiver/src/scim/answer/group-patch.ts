/**
 * How a PATCH of a group is answered, which RFC 7644 §3.5.2 leaves to each answer: 204, 200 with the whole group, or by its size: 200 up
 * to 1,000 members, 204 beyond.
 */
const GROUP_PATCH = ['noContent', 'resource', 'bySize'] as const
export type GroupPatch = (typeof GROUP_PATCH)[number]
