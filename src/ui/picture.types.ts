export type PictureProps = {
  src: string
  /** What can be seen; empty for decoration. */
  label: string
  mode?: 'cover' | 'contain'
  className?: string
}
