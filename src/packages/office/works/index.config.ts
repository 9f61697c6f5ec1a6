export default definePageConfig({ navigationBarTitleText: '整治工程' })
