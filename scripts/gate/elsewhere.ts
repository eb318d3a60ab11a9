/** Half an hour off, and a language whose i has no dot. LC_ALL would win over LANG, and shells complain of one that a machine has not. */
export const ELSEWHERE = { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: undefined }
