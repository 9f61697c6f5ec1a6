export interface SendLinkProps {
  /** The page of the link within the mini-program. */
  path: string
}
