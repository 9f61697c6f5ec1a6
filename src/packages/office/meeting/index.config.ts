export default definePageConfig({ navigationBarTitleText: '联席会', enablePullDownRefresh: true })
