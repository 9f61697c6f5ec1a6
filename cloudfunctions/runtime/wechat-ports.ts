import type { CheckAnswer } from '@/shared/domain/issues/content-check'
import type { SendAnswer } from '@/shared/domain/notices/message'

/** Who is asked whether residents may see what somebody wrote or photographed. Answers, never throws. */
export interface ContentCheckPort {
  /** `openid`: whose words they are. */
  checkText(text: string, openid: string): Promise<CheckAnswer>
  /** `url`: where the photo can be fetched for a while. Its verdict comes later, by its trace id. */
  askAboutImage(url: string, openid: string): Promise<CheckAnswer>
}

/** Who carries a message to somebody's WeChat. Answers, never throws; never sends one twice by itself. */
export interface MessagePort {
  send(message: {
    openid: string
    templateId: string
    page: string
    fields: Readonly<Record<string, string>>
  }): Promise<SendAnswer>
}
