import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { typedOf, valueOf, type SettingShown } from './setting-value'

/** One number to be changed: what it means, what it may be, and the way back to the usual one. */
export function SettingSheet({ setting, onClose }: { setting: SettingShown; onClose: () => void }) {
  const { code, name, unit, unitName, usual, usualWords, boundsWords, meaning, words } = setting
  const [typed, setTyped] = useState(typedOf(setting.value, setting))
  const [problem, setProblem] = useState<string>()
  const update = useCommand('settings.updateSettings')
  const save = async () => {
    const value = valueOf(typed, setting)
    if (typeof value === 'object') return setProblem(value.problem)
    setProblem(undefined)
    try {
      const { changed } = await update.mutateAsync({ values: [{ code, value }] })
      toast(changed > 0 ? '已保存，一分钟内生效' : '和原来一样，没有改动')
      onClose()
    } catch {
      // The sentence stands beside the button.
    }
  }
  return (
    <Sheet
      open
      title={name}
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={update.isPending}
          problem={update.error ? (update.error.fields[code] ?? update.error.message) : undefined}
          onPress={() => void save()}
        />
      }
    >
      <CellGroup note={meaning}>
        <Cell title="现在" value={words} />
        <Cell title="平常" value={usualWords} />
        <Cell title="可以设的范围" value={boundsWords} />
      </CellGroup>
      <Field
        label={unitName ? `改成多少（${unitName}）` : '改成几点几分'}
        kind={unitName && unit !== 'halfPoints' ? 'number' : 'text'}
        value={typed}
        maxLength={8}
        counter={false}
        error={problem}
        onChange={setTyped}
      />
      {typed !== typedOf(usual, setting) && (
        <Button block tone="ghost" onPress={() => setTyped(typedOf(usual, setting))}>
          {`填回平常的 ${usualWords}`}
        </Button>
      )}
    </Sheet>
  )
}
