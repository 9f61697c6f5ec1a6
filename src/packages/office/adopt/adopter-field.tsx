import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { Choice } from '@/ui/choice'
import { Field, SearchField } from '@/ui/field'
import { SwitchCell } from '@/ui/cell'

export type AdopterKind = 'community' | 'localUnit' | 'household' | 'person'

/** Whom an adoption is for, as far as it has been filled in. */
export interface AdopterTyped {
  kind: AdopterKind
  personId: string
  unitName: string
  isNamed: boolean
}

const kinds: { value: AdopterKind; label: string }[] = [
  { value: 'community', label: '社区' },
  { value: 'localUnit', label: '驻地单位' },
  { value: 'household', label: '一户家庭' },
  { value: 'person', label: '一位居民' },
]

type Props = { value: AdopterTyped; error: string | undefined; onChange: (value: AdopterTyped) => void }

/** Who adopts: the community, a unit by its contact, a household or a person by their whole name. */
export function AdopterField({ value, error, onChange }: Props) {
  const { kind, personId, unitName, isNamed } = value
  const [name, setName] = useState('')
  const isUnit = kind === 'localUnit'
  const isPrivate = kind === 'household' || kind === 'person'
  const [searched, setSearched] = useState('')
  const query = useCapability('issues.listAdopters', isUnit ? {} : { name: searched }, {
    enabled: isUnit || (isPrivate && searched !== ''),
    staleMinutes: 5,
  })
  const people = (query.data?.people ?? []).filter(({ hasHousehold }) => kind !== 'household' || hasHousehold)
  return (
    <View>
      <Choice
        label="谁来认养"
        required
        options={kinds}
        value={kind}
        onChange={(chosen) => onChange({ ...value, kind: chosen, personId: '' })}
      />
      {isPrivate && (
        <SearchField
          label="按完整姓名找居民"
          placeholder="完整姓名，按回车查找"
          value={name}
          onChange={setName}
          onSearch={() => setSearched(name.trim())}
        />
      )}
      {(isUnit || (isPrivate && searched !== '')) && query.data && (
        <Choice
          label={isUnit ? '单位联系人' : '找到的居民'}
          required
          layout="list"
          error={error}
          help={people.length === 0 ? '没有找到，请核对完整姓名' : undefined}
          options={people.map((one) => ({ value: one.personId, label: one.name, note: one.note }))}
          value={personId || null}
          onChange={(chosen) => onChange({ ...value, personId: chosen })}
        />
      )}
      {isUnit && (
        <Field
          label="单位名称"
          required
          maxLength={40}
          value={unitName}
          onChange={(typed) => onChange({ ...value, unitName: typed })}
        />
      )}
      {isPrivate && (
        <SwitchCell
          title="公开认养人姓名"
          note="本人同意才打开；不打开时，邻居只看到“热心居民”或“热心家庭”"
          on={isNamed}
          onChange={(on) => onChange({ ...value, isNamed: on })}
        />
      )}
    </View>
  )
}
