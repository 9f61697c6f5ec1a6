import { useState } from 'react'
import { Choice } from '@/ui/choice'
import { SelectField } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { Loading } from '@/ui/states'

type Props = {
  label: string
  options: readonly { id: string; name: string }[]
  value: string | undefined
  onPick: (id: string) => void
  loading?: boolean
  disabled?: boolean
  placeholder?: string
  error?: string
  /** Left out where nothing needs to be picked. */
  required?: boolean
}

/** A field whose value is picked from a sheet of names; picking one closes it. */
export function PickField({
  label,
  options,
  value,
  onPick,
  loading,
  disabled,
  placeholder,
  error,
  required = true,
}: Props) {
  const [isOpen, setOpen] = useState(false)
  const chosen = options.find(({ id }) => id === value)
  const pick = (id: string) => {
    setOpen(false)
    onPick(id)
  }
  return (
    <>
      <SelectField
        label={label}
        required={required}
        disabled={disabled}
        value={chosen?.name ?? ''}
        placeholder={placeholder}
        error={error}
        onPress={() => setOpen(true)}
      />
      <Sheet open={isOpen} title={`请选择${label}`} onClose={() => setOpen(false)}>
        {loading ? (
          <Loading shape="form" label={`正在读取${label}`} />
        ) : (
          <Choice
            label={label}
            hideLabel
            options={options.map(({ id, name }) => ({ value: id, label: name }))}
            value={value ?? null}
            onChange={pick}
          />
        )}
      </Sheet>
    </>
  )
}
