export default definePageConfig({ navigationBarTitleText: '关联码' });
