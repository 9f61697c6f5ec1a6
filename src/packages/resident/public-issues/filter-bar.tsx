import { View } from '@tarojs/components'
import { Choice } from '@/ui/choice'
import { groupOptions, stateOptions, type Filter } from './filters'

type Props = { filter: Filter; onChange: (filter: Filter) => void }

/** What is looked at: which kind, and how it stands. */
export function FilterBar({ filter, onChange }: Props) {
  return (
    <View className="public-filters">
      <Choice
        label="类别"
        hideLabel
        options={groupOptions}
        value={filter.group}
        onChange={(group) => onChange({ ...filter, group })}
      />
      <Choice
        label="进展"
        hideLabel
        options={stateOptions}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
    </View>
  )
}
