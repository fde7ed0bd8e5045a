export default definePageConfig({ navigationBarTitleText: '转办渠道' });
