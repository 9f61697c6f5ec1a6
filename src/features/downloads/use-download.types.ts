import type { ReactNode } from 'react'

/**
 * Brings a file to whoever asked for it, under its name. `take` is done when they have it or have turned away, and throws when it could
 * not be fetched; `sheet`, while there is one, takes the place of what is shown.
 */
export type UseDownload = () => readonly [take: (url: string, name: string) => Promise<void>, sheet: ReactNode]
