import type { CheckAnswer } from '@/shared/domain/issues/content-check'

/** Who is asked whether residents may see what somebody wrote or photographed. Answers, never throws. */
export interface ContentCheckPort {
  /** `openid`: whose words they are. */
  checkText(text: string, openid: string): Promise<CheckAnswer>
  /** `url`: where the photo can be fetched for a while. Its verdict comes later, by its trace id. */
  askAboutImage(url: string, openid: string): Promise<CheckAnswer>
}
