import type { PaperProps } from './paper.types'

/** WeChat prints nothing. */
export const Paper: (props: PaperProps) => null = () => null
