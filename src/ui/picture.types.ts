export type PictureProps = {
  src: string
  /** What can be seen; empty for decoration. */
  label: string
  mode?: 'cover' | 'contain'
  className?: string
  /** May be kept or passed on by a long press, as a browser always lets it be. */
  isKept?: boolean
}
