import { View } from '@tarojs/components'
import { useState } from 'react'
import { earlierOf, type DeedWords } from '@/client/deeds'
import { Submit } from '@/features/forms/submit'
import { actWords } from '@/features/issues/kept-deeds'
import { moveWords } from '@/features/issues/move-words'
import { PersonPicker } from '@/features/issues/person-picker'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import type { KeptPhoto } from '@/client/shelf'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import type { QueueAct } from './acts'

type Props = {
  act: QueueAct
  ownerId: string
  onClose: () => void
  onDo: (act: QueueAct, words: DeedWords, photos: KeptPhoto[]) => Promise<void>
}

/**
 * One person and reason, or one note, for all that were chosen. Photos go with a single one: they show a place. What was given before
 * and came back stands here again, and goes on from here.
 */
export function TogetherSheet({ act, ownerId, onClose, onDo }: Props) {
  const [earlier] = useState(() =>
    earlierOf(
      act.act,
      act.issues.map(({ id }) => id),
    ),
  )
  const [text, setText] = useState(earlier?.words.text ?? earlier?.words.reason ?? '')
  const [personId, setPersonId] = useState(earlier?.words.personId)
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('progress', earlier?.photos)
  const isPassOn = act.act === 'passOn'
  const first = act.issues[0]!
  const send = async () => {
    if (isPassOn && !personId) return setProblem('请选择转交给谁')
    if (!text.trim()) return setProblem(isPassOn ? '请写明为什么转交' : '请写一句进展')
    setWorking(true)
    const words = isPassOn ? { personId: personId!, reason: text } : { text }
    await onDo(act, words, await photos.gather())
    setWorking(false)
  }
  return (
    <Sheet
      open
      title={`${actWords(act.act)}（${act.issues.length} 件）`}
      onClose={onClose}
      actions={<Submit words="提交" busy={isWorking} problem={problem} onPress={() => void send()} />}
    >
      {isPassOn && (
        <PersonPicker
          label="转交给谁"
          issue={{ id: first.id, owner: { personId: ownerId } }}
          move="passOn"
          value={personId}
          onChange={setPersonId}
          required
        />
      )}
      <View>
        <Field
          label={isPassOn ? '为什么转交' : '现在到哪一步了'}
          kind="lines"
          required
          maxLength={isPassOn ? 500 : 2000}
          placeholder={isPassOn ? moveWords.passOn.placeholders?.reason : '例如：已联系疏通师傅，下午两点到'}
          help={isPassOn ? undefined : '上报人会看到这句话，请不要写别人的隐私'}
          value={text}
          onChange={setText}
        />
      </View>
      {!isPassOn && act.issues.length === 1 && (
        <PhotoInput label="照片" photos={photos} help="不是必须，有照片更清楚" />
      )}
    </Sheet>
  )
}
