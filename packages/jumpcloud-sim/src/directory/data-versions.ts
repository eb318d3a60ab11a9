/** Version of the data in a folder; raised when the form of its rows or changes changes. */
export const DATA_VERSION = 1

/** The same by the names that the files of a folder carry. */
export const DATA_VERSIONS: Readonly<Record<string, number>> = { 'jumpcloud-sim': DATA_VERSION }
