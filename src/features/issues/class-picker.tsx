import { View } from '@tarojs/components'
import { useState } from 'react'
import { classOf, issueClasses } from '@/shared/domain/issues/classes'
import { Link } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { FieldHead, FieldNotes } from '@/ui/field'
import { ChosenClass } from './class-chosen'
import { classOption } from './class-option'
import { ClassSheet } from './class-sheet'
import { useLikelyClasses } from './use-likely-classes'
import './class-picker.scss'

/** What is reported most stands on the first screen; the rest is one tap away. */
const commonCodes = ['litter', 'standingWater', 'powerLight', 'lift', 'parking', 'fireLane', 'noise', 'pipes']
const common = issueClasses.filter(({ code }) => commonCodes.includes(code))

type Props = {
  value: string | undefined
  onChange: (code: string) => void
  /** What the person wrote; classes that fit are offered first. */
  words: string
  error?: string
}

/** Says what kind of thing it is: by what was written, by the usual ones, or from all of them. */
export function ClassPicker({ value, onChange, words, error }: Props) {
  const [isOpen, setOpen] = useState(false)
  const chosen = value ? classOf(value) : null
  const likely = useLikelyClasses(words, !chosen)
  const pick = (code: string) => {
    setOpen(false)
    if (code === 'all') setOpen(true)
    else onChange(code)
  }
  return (
    <View className="class-picker">
      <FieldHead label="属于哪一类" required />
      {chosen ? (
        <ChosenClass issueClass={chosen} onChangePress={() => setOpen(true)} />
      ) : likely.length > 0 ? (
        <View className="class-likely">
          <View className="class-likely-title">从您写的看，像是：</View>
          <Choice
            label="可能的类别"
            hideLabel
            layout="list"
            options={likely.map(classOption)}
            value={null}
            onChange={pick}
          />
          <Link icon="chevron" onPress={() => setOpen(true)}>
            {`都不是，看全部 ${issueClasses.length} 类`}
          </Link>
        </View>
      ) : (
        <Choice
          label="常见类别"
          hideLabel
          layout="tiles"
          options={[
            ...common.map(classOption),
            { value: 'all', label: `全部 ${issueClasses.length} 类`, icon: 'list' },
          ]}
          value={null}
          onChange={pick}
        />
      )}
      <FieldNotes id="class-picker" error={error} />
      <ClassSheet isOpen={isOpen} value={value} onPick={pick} onClose={() => setOpen(false)} />
    </View>
  )
}
