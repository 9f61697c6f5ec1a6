import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/client/me'
import { ClassPicker } from '@/features/issues/class-picker'
import { Emergency } from '@/features/issues/emergency'
import { useTyped } from '@/features/issues/use-typed'
import { ActionBar } from '@/ui/action-bar'
import { aria } from '@/ui/aria'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { CellGroup, SwitchCell } from '@/ui/cell'
import { Field } from '@/ui/field'
import { Page } from '@/ui/page'
import { AboutField } from './about-field'
import { problemAt } from './problem'
import { RoutePreview } from './route-preview'
import type { ScreenProps } from './screen.types'
import { SourceChoice, sourceOf } from './source-choice'

const textMax = 2000

/** What it is, who will get it, and off it goes. */
export function WordsStep({ draft, report, head }: ScreenProps) {
  const [missing, setMissing] = useState<{ text?: string; class?: string }>({})
  const text = useTyped(draft.text, (words) => report.edit({ text: words }))
  const me = useMe().data
  const { classCode, place, gridId, isUnnamed, aboutPersonId } = draft

  const send = () => {
    text.flush()
    const lacks = {
      ...(text.typed.trim() ? {} : { text: '请写一两句，说说是什么事' }),
      ...(classCode ? {} : { class: '请选一个类别，好派给对的人' }),
    }
    setMissing(lacks)
    if (Object.keys(lacks).length === 0) {
      const source = sourceOf(draft, me)
      if (source !== draft.source) report.edit({ source })
      void report.submit()
    } else showFirstError()
  }

  const general = problemAt(draft, null)
  return (
    <Page
      bottom={
        <ActionBar>
          <Button block tone="secondary" disabled={report.isSending} onPress={() => report.turn(1)}>
            上一步
          </Button>
          <Button block icon="send" loading={report.isSending} loadingText="正在提交…" onPress={send}>
            提交上报
          </Button>
        </ActionBar>
      }
    >
      {head}
      <View className="report-title" {...aria({ role: 'heading', level: 1 })}>
        说说是什么事
      </View>
      {general && (
        <Banner tone="danger" title="没有提交成功" urgent>
          {general}
        </Banner>
      )}
      {draft.follows && (
        <Banner action={{ text: '去掉，单独报', onPress: () => report.edit({ follows: undefined }) }}>
          {`接着 ${draft.follows.code} 那件事报，处理的人能看到上次怎么办的。`}
        </Banner>
      )}
      <Field
        label="情况说明"
        kind="lines"
        required
        value={text.typed}
        onChange={(words) => {
          setMissing(({ text: _text, ...rest }) => rest)
          text.type(words)
        }}
        onBlur={text.flush}
        maxLength={textMax}
        placeholder="比如：2 单元门口的灯不亮，晚上看不见台阶"
        help="公共的事检测通过后邻居也能看到，请不要写别人的隐私"
        error={missing.text ?? problemAt(draft, 'text')}
      />
      <Emergency classCode={classCode} words={text.typed} />
      <ClassPicker
        value={classCode}
        words={draft.text}
        error={missing.class ?? problemAt(draft, 'class')}
        onChange={(code) => {
          setMissing(({ class: _class, ...rest }) => rest)
          report.pickClass(code)
        }}
      />
      {classCode === 'complaint' && (
        <AboutField value={aboutPersonId} onChange={(id) => report.edit({ aboutPersonId: id })} />
      )}
      <SourceChoice draft={draft} me={me} onChange={(source) => report.edit({ source })} />
      <RoutePreview
        classCode={classCode}
        place={place}
        placeLabel={draft.placeLabel || place.words || ''}
        gridId={gridId}
        aboutPersonId={aboutPersonId}
        onGrid={(id) => report.edit({ gridId: id })}
        onPlace={() => report.turn(1)}
      />
      <CellGroup
        note={`打开后，处理的人看不到${draft.assistance ? '本人' : '您'}的姓名，只有社区值班人员知道，方便联系${draft.assistance ? '本人' : '您'}。`}
      >
        <SwitchCell
          title={`不向处理人公开${draft.assistance?.forName ?? '我'}的姓名`}
          on={isUnnamed}
          onChange={(on) => report.edit({ isUnnamed: on })}
        />
      </CellGroup>
    </Page>
  )
}
