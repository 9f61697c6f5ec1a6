export default definePageConfig({ navigationBarTitleText: '登记认养' })
