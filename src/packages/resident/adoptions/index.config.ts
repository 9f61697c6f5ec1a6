export default definePageConfig({ navigationBarTitleText: '绿地认养', enablePullDownRefresh: true })
