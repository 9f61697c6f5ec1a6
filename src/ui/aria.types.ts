/** What can be said about an element to assistive technology. WeChat knows the first group, browsers all. */
export type Described = {
  role?: string
  label?: string
  hidden?: boolean
  checked?: boolean
  disabled?: boolean
  selected?: boolean
  expanded?: boolean

  level?: number
  live?: 'polite' | 'assertive'
  busy?: boolean
  current?: 'step' | 'page' | 'true'
  describedby?: string
  labelledby?: string
  modal?: boolean
  valuenow?: number
  valuemin?: number
  valuemax?: number
}
