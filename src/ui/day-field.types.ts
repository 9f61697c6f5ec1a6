export type DayFieldProps = {
  label: string
  /** YYYY-MM-DD */
  value: string | undefined
  /** The first and the last day that may be chosen. */
  from: string
  to: string
  /** The chosen day as a person says it (明天, 12月3日). */
  said?: string
  onChange: (day: string) => void
  required?: boolean
  optional?: boolean
  error?: string
  help?: string
}
