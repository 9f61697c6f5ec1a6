import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { statement, type Certificate } from '@/features/certificates/drawing'
import { scanOf } from '@/features/certificates/scan-of'
import { usePicture } from '@/features/certificates/use-picture'
import { spanWords } from '@/features/certificates/words'
import { exactWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { groupedCode } from '@/shared/kernel/certificate-code'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { Button } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Mascot } from '@/ui/mascot'
import { Page, Section } from '@/ui/page'
import { Picture } from '@/ui/picture'
import { useConfirm } from '@/ui/sheet'
import { Loading } from '@/ui/states'
import { toast } from '@/ui/toast'
import './index.scss'

const privacyWords = ['相册只用来存这张证明，不看您相册里的照片。', '不同意也行：长按图片可以发给别人。']

const unnamed = { error: { message: '这个地址没有说明是哪一份证明，请从“志愿服务证明”里打开' } }

/** One certificate: the picture to keep or pass on, what it states in words, and the way to end it. */
export default function CertificatePage() {
  const { id = '' } = useRouter().params
  const query = useCapability('activities.getCertificate', { id }, { enabled: id !== '' })
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const certificate = query.data
  return (
    <Page skeleton="card" {...(id ? pageState(query) : unnamed)}>
      {certificate && (
        <>
          {certificate.state === 'valid' ? <Shown certificate={certificate} /> : <Ended certificate={certificate} />}
          <Stated certificate={certificate} />
          {certificate.state === 'valid' && <Withdraw id={id} />}
        </>
      )}
    </Page>
  )
}

function Shown({ certificate }: { certificate: Certificate }) {
  const [scan] = useState(() => scanOf(certificate))
  const { src, isFailed, save, stage } = usePicture(certificate, scan)
  return (
    <>
      {stage}
      <PrivacyAsk words={privacyWords} />
      {isFailed && <Banner tone="warn">这台手机画不出图片，请把下面的编号告诉对方，一样能核验。</Banner>}
      {!src && !isFailed && <Loading shape="card" label="正在画证明" />}
      {src && (
        <>
          <View className="certificate-frame">
            <Picture
              src={src}
              mode="contain"
              label={`志愿服务证明，${certificate.name}，${statement(certificate)}`}
              className="certificate-picture"
              isKept
            />
          </View>
          <View className="certificate-acts">
            <Button block icon="photo" onPress={() => void save().then(toast)}>
              保存图片
            </Button>
          </View>
        </>
      )}
    </>
  )
}

function Ended({ certificate: { state, endedAt, endReason } }: { certificate: Certificate }) {
  const who = state === 'revoked' ? '社区' : '您'
  return (
    <Banner tone="warn" title="这份证明已作废">
      {`${endedAt ? exactWords(endedAt) : ''} 由${who}作废，别人核验时会看到“已作废”。${endReason ? `原因：${endReason}` : ''}`}
    </Banner>
  )
}

function Stated({ certificate }: { certificate: Certificate }) {
  const { code, name, times, counted, honour, themes, activities, isMore, issuedAt } = certificate
  return (
    <Section title="证明内容" note="任何人扫图上的码，或在核验页输入编号，就能看到是否有效；那里姓名只显示一部分。">
      <Card>
        <View className="certificate-head">
          <Mascot name="shengbao" className="certificate-mascot" />
          <View>谢谢您为社区做的每一件事。</View>
        </View>
        <Facts
          items={[
            { label: '编号', value: groupedCode(code) },
            { label: '姓名', value: name },
            { label: '服务期间', value: spanWords(certificate) },
            { label: '服务次数', value: `${times} 次` },
            { label: '服务时长', value: minutesWords(counted) },
            ...(honour > 0 ? [{ label: '荣誉时长', value: minutesWords(honour) }] : []),
            ...themes.map((theme) => ({ label: theme.name, value: minutesWords(theme.minutes) })),
            {
              label: '主要活动',
              value:
                activities.length > 0
                  ? `${activities.map(({ title }) => title).join('、')}${isMore ? '等' : ''}`
                  : '没有计分的活动',
            },
            { label: '开具', value: exactWords(issuedAt) },
          ]}
        />
      </Card>
    </Section>
  )
}

function Withdraw({ id }: { id: string }) {
  const command = useCommand('activities.withdrawCertificate')
  const [ask, dialog] = useConfirm()
  const withdraw = async () => {
    const words = '作废后，别人核验会看到“已作废”，不能恢复；需要时可以再开一份。'
    if (!(await ask({ title: '作废这份证明？', words, confirmText: '作废', danger: true }))) return
    command.mutate({ id }, { onSuccess: () => toast('已作废'), onError: (error) => toast(error.message) })
  }
  return (
    <View className="certificate-acts">
      <Button block tone="ghost" loading={command.isPending} onPress={() => void withdraw()}>
        作废这份证明
      </Button>
      {dialog}
    </View>
  )
}
