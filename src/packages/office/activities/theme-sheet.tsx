import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { lovingThemes, themeNames, type LovingTheme } from '@/shared/kernel/themes'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** What this community calls the four themes of 四爱志愿周周行. */
export function ThemeSheet({ onClose }: { onClose: () => void }) {
  const known = useCapability('activities.listThemes', {}).data?.themes ?? []
  const [typed, setTyped] = useState<Partial<Record<LovingTheme, string>>>({})
  const command = useCommand('activities.setThemes')
  const nameOf = (theme: LovingTheme) =>
    typed[theme] ?? known.find((one) => one.theme === theme)?.name ?? themeNames[theme]
  const send = () => {
    const names = {
      elders: nameOf('elders'),
      children: nameOf('children'),
      neighbours: nameOf('neighbours'),
      home: nameOf('home'),
    }
    command.mutate(
      { names },
      {
        onSuccess: () => {
          toast('主题名称改好了')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="四爱主题名称"
      onClose={onClose}
      actions={<Submit words="保存" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />}
    >
      {lovingThemes.map((theme, at) => (
        <Field
          key={theme}
          label={`第 ${at + 1} 个主题`}
          required
          maxLength={8}
          value={nameOf(theme)}
          onChange={(name) => setTyped({ ...typed, [theme]: name })}
        />
      ))}
    </Sheet>
  )
}
