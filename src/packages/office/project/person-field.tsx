import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'

type Props = { label: string; value: string | null; onChange: (personId: string) => void; error?: string }

/** Somebody on record, found by their whole name. */
export function PersonField({ label, value, onChange, error }: Props) {
  const [typed, setTyped] = useState('')
  const [searched, setSearched] = useState('')
  const query = useCapability(
    'projects.listCandidates',
    { name: searched },
    { enabled: searched !== '', staleMinutes: 5 },
  )
  const people = query.data?.people ?? []
  return (
    <View>
      <SearchField
        label={`按完整姓名找${label}`}
        placeholder={`${label}的完整姓名，按回车查找`}
        value={typed}
        onChange={setTyped}
        onSearch={() => setSearched(typed.trim())}
      />
      {searched !== '' && query.data && (
        <Choice
          label={label}
          required
          layout="list"
          error={error}
          help={people.length === 0 ? '没有找到，请核对完整姓名' : undefined}
          options={people.map((one) => ({ value: one.personId, label: one.name, note: one.note }))}
          value={value}
          onChange={onChange}
        />
      )}
    </View>
  )
}
