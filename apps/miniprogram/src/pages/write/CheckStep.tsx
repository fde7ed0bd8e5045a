import { LETTER_CATEGORY_LABELS, shownNameOf } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { PhotoGrid } from '@/components/PhotoGrid';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { mayConsentName, nameOf, type Step } from './draft';
import type { Writing } from './useWriting';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onChange: () => void;
}

function Part({ title, children, onChange }: PartProps) {
  return (
    <View className="write__part">
      <View className="write__part-head">
        <View className="lx-soft">{title}</View>
        <Button kind="plain" label={`修改${title}`} onTap={onChange}>
          修改
        </Button>
      </View>
      {children}
    </View>
  );
}

interface CheckStepProps {
  readonly writing: Writing;
  readonly accountName: string | null;
}

/** The whole letter once more, as it will be sent, with a way back to each part. */
export function CheckStep({ writing, accountName }: CheckStepProps) {
  const { draft, goTo, update } = writing;
  const townships = useDirectoryUnits('township');
  const township = townships.find((unit) => unit.id === draft.townshipId);
  const change = (step: Step) => () => goTo(step);
  const changeMember = () => {
    update({ memberGiven: false });
    goTo('member');
  };
  return (
    <View className="lx-card">
      <Part title="写给" onChange={changeMember}>
        <View className="write__part-main">
          {draft.member ? `${draft.member.name}委员（${draft.member.sector.name}）` : '还没有选'}
        </View>
      </Part>
      <Part title="类别" onChange={change('category')}>
        <View>{draft.category ? LETTER_CATEGORY_LABELS[draft.category] : '还没有选'}</View>
      </Part>
      <Part title="来信内容" onChange={change('words')}>
        <View className="write__part-main">{draft.title}</View>
        <View className="lx-prose">{draft.text}</View>
        <PhotoGrid photos={draft.photos} />
        {draft.placeName.trim() !== '' && <View>{`地点：${draft.placeName}`}</View>}
      </Part>
      <Part title="关于您" onChange={change('you')}>
        <View>{`委员看到的姓名：${shownNameOf(nameOf(draft, accountName), draft.nameDisplay)}`}</View>
        {township && <View>{`乡镇（街道）：${township.name}`}</View>}
        <View>{draft.consentOpinion ? '同意把内容写进意见建议' : '不同意把内容写进意见建议'}</View>
        {mayConsentName(draft) && <View>{draft.consentName ? '引用时可以写姓名' : '引用时不写姓名'}</View>}
      </Part>
    </View>
  );
}
