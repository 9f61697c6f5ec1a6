export default definePageConfig({ navigationBarTitleText: '接入密钥', enablePullDownRefresh: true })
