import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeTemplate } from '@/api/types';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import { askForNotices, offered } from '@/notices/consent';
import { Button } from '../Button';
import { Notice } from '../Notice';

interface NoticeConsentProps {
  /** What to be told of; WeChat sends one message of each that is agreed to. */
  readonly templates: readonly NoticeTemplate[];
  /** Why one would want it, as a sentence. */
  readonly why: string;
}

/** Offers to be told in WeChat, at the natural moment (design §10). Nothing in the browser, where WeChat cannot be asked. */
export function NoticeConsent({ templates, why }: NoticeConsentProps) {
  const wanted = offered(usePublicConfig(), templates);
  const [state, setState] = useState<'open' | 'asking' | 'agreed' | 'not_agreed'>('open');
  if (process.env.TARO_ENV !== 'weapp' || wanted.length === 0) return null;
  const ask = async () => {
    setState('asking');
    try {
      setState((await askForNotices(wanted)) ? 'agreed' : 'not_agreed');
    } catch {
      // WeChat's switch for all messages is off, or the answer did not get through: notices in the app come in any case.
      setState('not_agreed');
    }
  };
  if (state === 'agreed') return <Notice tone="good">好的，有进展时微信会提醒您一次。</Notice>;
  if (state === 'not_agreed') return <Notice>不用微信提醒也没关系，进展随时可以在“消息”里看到。</Notice>;
  return (
    <View className="lx-card lx-stack">
      <View>{why}</View>
      <Button block busy={state === 'asking'} onTap={() => void ask()}>
        用微信提醒我
      </Button>
    </View>
  );
}
