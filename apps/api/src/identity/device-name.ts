const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/miniProgram|wechatdevtools/i, '微信小程序'],
  [/MicroMessenger/i, '微信'],
  [/Edg\//, 'Edge 浏览器'],
  [/Firefox\//, '火狐浏览器'],
  [/Chrome\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Android/, '安卓手机'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];

/** Words by which a person recognises a device in the list of own sessions, from its `User-Agent`. */
export function deviceName(userAgent: string | undefined): string {
  const find = (list: typeof KNOWN) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [find(KNOWN), find(SYSTEMS)].filter(Boolean).join(' · ') || '其他设备';
}
