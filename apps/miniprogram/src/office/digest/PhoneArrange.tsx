import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest, DigestItem } from '@/api/types';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Notice } from '@/components/Notice';
import { moveItem } from './arrangement';
import { useArrangement } from './useArrangement';
import type { DigestWork } from './useDigest';

interface PhoneArrangeProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** On a phone: the order of a digest, changed item by item; sections are made at a wide screen. */
export function PhoneArrange({ digest, work }: PhoneArrangeProps) {
  const [failure, setFailure] = useState<string>();
  const fail = (error: unknown) => setFailure(sentenceOf(error));
  const { arrangement, change } = useArrangement(digest, work.arrange, fail);
  const items = new Map(digest.items.map((item) => [item.id, item]));
  const remove = (item: DigestItem) => void work.remove(item).catch(fail);
  if (items.size === 0) return <Empty title="汇总里还没有条目" text="到“选稿”里勾选意见建议。" />;
  return (
    <View className="lx-stack">
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      {arrangement.map((section) => (
        <View key={section.key} className="lx-stack">
          {section.title && <View className="lx-heading">{section.title}</View>}
          {section.itemIds.map((id) => {
            const item = items.get(id);
            if (!item) return null;
            const { title } = item.submission;
            return (
              <View key={id} className="lx-card">
                <View>{title}</View>
                <View className="lx-row">
                  <Button size="small" label={`上移“${title}”`} onTap={() => change(moveItem(arrangement, id, -1))}>
                    上移
                  </Button>
                  <Button size="small" label={`下移“${title}”`} onTap={() => change(moveItem(arrangement, id, 1))}>
                    下移
                  </Button>
                  <Button size="small" kind="danger" label={`移出“${title}”`} onTap={() => remove(item)}>
                    移出
                  </Button>
                </View>
              </View>
            );
          })}
        </View>
      ))}
    </View>
  );
}
