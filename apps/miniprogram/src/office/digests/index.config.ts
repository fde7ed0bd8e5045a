export default definePageConfig({ navigationBarTitleText: '汇总报送', enablePullDownRefresh: true });
