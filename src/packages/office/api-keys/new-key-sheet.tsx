import { View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/client/clipboard'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import './new-key-sheet.scss'

/** Makes a key and shows it, once: nobody can look it up afterwards. */
export function NewKeySheet({ onClose }: { onClose: () => void }) {
  const [owner, setOwner] = useState('')
  const [most, setMost] = useState('100')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand('issues.addApiKey')
  const send = () => {
    const missing: Readonly<Record<string, string>> = owner.trim() ? {} : { owner: '请填写单位名称' }
    setErrors(missing)
    if (Object.keys(missing).length > 0) return showFirstError()
    command.mutate(
      { owner, perTenMinutes: Number(most) },
      {
        onError: (error) => {
          setErrors(error.fields)
          showFirstError()
        },
      },
    )
  }
  if (command.data) return <KeyShown value={command.data.key} onClose={onClose} />
  return (
    <Sheet
      open
      title="生成密钥"
      onClose={onClose}
      actions={<Submit words="生成" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />}
    >
      <Field
        label="给哪个单位"
        required
        maxLength={60}
        placeholder="例如：12345 热线"
        value={owner}
        error={errors.owner}
        onChange={setOwner}
      />
      <Field
        label="十分钟最多几件"
        kind="number"
        required
        maxLength={4}
        help="1 至 1000；紧急的事不受限"
        value={most}
        error={errors.perTenMinutes}
        onChange={(typed) => setMost(typed.replace(/\D/g, ''))}
      />
    </Sheet>
  )
}

/** The answer to a request that was sent twice has no key in it: the first answer was lost on its way. */
const lost = '密钥已经生成，但没有送到这里。请停用它，再生成一把。'

function KeyShown({ value, onClose }: { value: string | null; onClose: () => void }) {
  const copy = async () => {
    await copyText(value ?? '')
    toast('已复制')
  }
  return (
    <Sheet
      open
      title="密钥"
      onClose={onClose}
      actions={
        <>
          <Button block tone="secondary" onPress={onClose}>
            已经交给对方
          </Button>
          {value && (
            <Button block onPress={() => void copy().catch(() => toast('没有复制上，请长按选取'))}>
              复制
            </Button>
          )}
        </>
      }
    >
      {value ? (
        <View>
          <View className="new-key">{value}</View>
          <Banner tone="warn">只显示这一次，系统不保存密钥。请马上交给对方；丢了就停用，再生成一把。</Banner>
        </View>
      ) : (
        <Banner tone="danger">{lost}</Banner>
      )}
    </Sheet>
  )
}
