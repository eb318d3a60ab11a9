import type { StoryRecording } from './recording-source.ts'

/** What stands in an exported page: JSON, gzipped, in base64. */
export async function readEmbedded(text: string): Promise<StoryRecording> {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  // The page was made with this recording in it.
  return (await new Response(unpacked).json()) as StoryRecording
}
