import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { ratingTags } from '@/shared/kernel/vocabulary'
import { Choices } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Rating } from '@/ui/rating'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = { id: string; ownerName: string; open: boolean; onClose: () => void }

/** How the resident found it: stars, a few words to pick from, and their own. */
export function RateSheet({ id, ownerName, open, onClose }: Props) {
  const [stars, setStars] = useState<1 | 2 | 3 | 4 | 5 | null>(null)
  const [tags, setTags] = useState<(typeof ratingTags)[number][]>([])
  const [text, setText] = useState('')
  const rate = useCommand('issues.rateIssue')

  const send = () => {
    if (!stars) return
    const words = text.trim() ? { text } : {}
    rate.mutate(
      { id, stars, tags, ...words },
      {
        onSuccess: () => {
          toast('谢谢您的评价')
          onClose()
        },
      },
    )
  }

  return (
    <Sheet
      open={open}
      title="这件事办得怎么样？"
      onClose={onClose}
      actions={
        <Submit
          words="提交评价"
          disabled={!stars}
          reason="先点几颗星"
          busy={rate.isPending}
          problem={problemOf(rate.error)}
          onPress={send}
        />
      }
    >
      <View>
        <Rating value={stars} onChange={setStars} />
        <Choices
          label={`${ownerName}的服务`}
          help="可以选几个，也可以不选"
          options={ratingTags.map((tag) => ({ value: tag, label: tag }))}
          value={tags}
          onChange={setTags}
        />
        <Field
          label="还想说的话"
          optional
          kind="lines"
          rows={2}
          maxLength={500}
          counter={text.length > 400}
          placeholder="好的、不好的都可以说"
          value={text}
          error={rate.error?.fields.text}
          onChange={setText}
        />
      </View>
    </Sheet>
  )
}
