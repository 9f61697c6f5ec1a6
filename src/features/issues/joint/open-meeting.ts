import Taro from '@tarojs/taro'

/** Opens one joint meeting. */
export const openMeeting = (id: string): void =>
  void Taro.navigateTo({ url: `/packages/office/meeting/index?id=${id}` })

/** Opens the form that calls one about an issue, or changes one that was called. */
export const openMeetingForm = (issueId: string, meetingId = ''): void =>
  void Taro.navigateTo({ url: `/packages/office/call-meeting/index?issueId=${issueId}&meetingId=${meetingId}` })
