import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { searchClasses } from '@/shared/domain/issues/classes'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { classOption } from './class-option'

type Props = {
  isOpen: boolean
  value: string | undefined
  onPick: (code: string) => void
  onClose: () => void
}

/** All classes, to look through or to search by name or in plain speech. */
export function ClassSheet({ isOpen, value, onPick, onClose }: Props) {
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (isOpen) setTyped('')
  }, [isOpen])
  const found = isOpen ? searchClasses(typed) : []
  return (
    <Sheet open={isOpen} title="选择类别" onClose={onClose}>
      <SearchField value={typed} onChange={setTyped} placeholder="说说是什么事，比如：灯不亮" label="搜索类别" />
      {found.length > 0 ? (
        <Choice
          label="全部类别"
          hideLabel
          layout="tiles"
          options={found.map(classOption)}
          value={value ?? null}
          onChange={onPick}
        />
      ) : (
        <View>
          <Empty
            title="没有找到这样的类别"
            words="选“其他”也可以，网格员会帮您归类"
            mascot="shengbao"
            action={{ text: '选“其他”', onPress: () => onPick('other') }}
          />
        </View>
      )}
    </Sheet>
  )
}
