export default definePageConfig({ component: true } as Taro.PageConfig & { component: true });
