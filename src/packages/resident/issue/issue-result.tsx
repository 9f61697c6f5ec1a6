import { Text, View } from '@tarojs/components'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { issueResultNames, type IssueResult } from '@/shared/kernel/vocabulary'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { PhotoGrid } from '@/ui/photo-grid'
import { Picture } from '@/ui/picture'
import { preview } from '@/ui/preview'
import { Pressable } from '@/ui/pressable'
import { Rating } from '@/ui/rating'
import { Tag, type Tone } from '@/ui/tag'

const tones: Record<IssueResult, Tone> = { resolved: 'success', partly: 'warn', cannot: 'danger', notOurs: 'neutral' }

type Photos = IssueDetail['photos']

/** What came of it, and what the place looked like before and after. */
export function IssueOutcome({ issue }: { issue: IssueDetail }) {
  const { result, sentence, photos, resultPhotos, rating } = issue
  if (!result) return null
  return (
    <Section title="处理结果">
      <Card>
        <Tag tone={tones[result]} icon={result === 'resolved' ? 'check' : 'info'}>
          {issueResultNames[result]}
        </Tag>
        {sentence && <View className="issue-sentence">{sentence}</View>}
        {resultPhotos.length > 0 && <Pair before={photos} after={resultPhotos} />}
        {rating && (
          <View className="issue-rated">
            <Rating value={rating.stars} label="上报人的评价" />
            {rating.tags.length > 0 && (
              <View className="issue-rated-tags">
                {rating.tags.map((tag) => (
                  <Tag key={tag} tone="primary">
                    {tag}
                  </Tag>
                ))}
              </View>
            )}
            {rating.text && <View className="issue-rated-words">{rating.text}</View>}
          </View>
        )}
      </Card>
    </Section>
  )
}

function Pair({ before, after }: { before: Photos; after: Photos }) {
  if (before.length === 0) {
    return <PhotoGrid label="处理后" photos={after.map(({ id, url }) => ({ id, src: url }))} />
  }
  return (
    <View className="issue-pair">
      <Side words="处理前" photos={before} />
      <Side words="处理后" photos={after} />
    </View>
  )
}

function Side({ words, photos }: { words: string; photos: Photos }) {
  const urls = photos.map(({ url }) => url)
  const first = urls[0]
  if (!first) return null
  return (
    <Pressable className="issue-side" onPress={() => preview(first, urls)}>
      <Picture src={first} label="" className="issue-side-image" />
      <View className="issue-side-words">
        <Text>{words}</Text>
        {urls.length > 1 && <Text>{`共 ${urls.length} 张`}</Text>}
      </View>
    </Pressable>
  )
}
