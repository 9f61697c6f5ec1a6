import { Field } from '@/ui/field'
import { useTyped } from '@/features/issues/use-typed'

type Props = { isOnly: boolean; words: string | undefined; onWords: (words: string) => void }

const wordsMax = 200

/** The place in one's own words: alone, or as a hint for whoever goes there. */
export function PlaceWords({ isOnly, words, onWords }: Props) {
  const field = useTyped(words ?? '', onWords)
  return (
    <Field
      label={isOnly ? '写下在哪里' : '具体在哪儿'}
      optional={!isOnly}
      required={isOnly}
      kind={isOnly ? 'lines' : 'text'}
      value={field.typed}
      onChange={field.type}
      onBlur={field.flush}
      maxLength={wordsMax}
      placeholder={isOnly ? '比如：鑫盛嘉园北门外，公交站旁边' : '比如：3 楼电梯口、北门岗亭旁'}
      help={isOnly ? '不用定位也能上报。写得清楚些，好让网格员找得到。' : undefined}
    />
  )
}
