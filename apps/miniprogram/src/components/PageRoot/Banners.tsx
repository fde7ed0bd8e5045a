import { View } from '@tarojs/components';
import { useOnline } from '@/hooks/useOnline';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import { accessible } from '@/theme/accessible';

/** What has to be said on every page: that the network is gone, and that this is only a demonstration. */
export function Banners() {
  const online = useOnline();
  const config = usePublicConfig();
  return (
    <>
      {!online && (
        <View className="lx-banner lx-banner--offline" {...accessible({ role: 'status' })}>
          网络已断开，您填写的内容都保存在本机，连上后可以继续。
        </View>
      )}
      {config?.demonstration && (
        <View className="lx-banner lx-banner--demonstration">演示环境：人物和来信均为虚构，请勿填写真实信息。</View>
      )}
    </>
  );
}
