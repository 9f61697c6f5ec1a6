export default definePageConfig({
  navigationBarTitleText: '包网联户',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
