export default definePageConfig({ navigationBarTitleText: '关联委员身份' });
