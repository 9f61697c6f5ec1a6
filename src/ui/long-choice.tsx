import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice, type Option } from './choice'
import { FieldHead, SearchField } from './field'

type Props = {
  label: string
  options: readonly Option<string>[]
  value: string | null
  onChange: (value: string) => void
  placeholder: string
  searchLabel: string
  hideLabel?: boolean
  /** What one counts them by. */
  unit?: string
  required?: boolean
  help?: string
  error?: string
}

/** More than this is searched rather than read through. */
const searchFrom = 8
/** So many stand there at once, so that what follows stays in reach. */
const shownMax = 12

/** One of many: searched by any word of their lines; the chosen one always stays in sight. */
export function LongChoice({
  label,
  options,
  value,
  placeholder,
  searchLabel,
  hideLabel,
  unit = '人',
  help,
  ...rest
}: Props) {
  const [typed, setTyped] = useState('')
  const isLong = options.length > searchFrom
  const words = typed.trim().split(/\s+/)
  const fits = ({ label: name, note = '' }: Option<string>) => words.every((word) => `${name}${note}`.includes(word))
  const found = isLong ? options.filter(fits) : options
  const chosen = options.filter((option) => option.value === value)
  const others = found.filter((option) => option.value !== value)
  const cut = others.length + chosen.length > shownMax
  const shown = cut ? [...chosen, ...others.slice(0, shownMax - chosen.length)] : found
  const hidden = found.length - found.filter((option) => shown.includes(option)).length
  return (
    <View>
      {!hideLabel && <FieldHead label={label} required={rest.required} />}
      {isLong && <SearchField value={typed} onChange={setTyped} placeholder={placeholder} label={searchLabel} />}
      <Choice
        {...rest}
        label={label}
        hideLabel
        layout="list"
        options={shown}
        value={value}
        help={
          found.length === 0
            ? '没有找到，换个词试试'
            : hidden > 0
              ? `还有 ${hidden} ${unit}没有列出，搜一搜就能找到`
              : help
        }
      />
    </View>
  )
}
