export default definePageConfig({
  navigationBarTitleText: '邻里事项',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
