export default definePageConfig({ navigationBarTitleText: '签字征询', enablePullDownRefresh: true })
