import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { MemberLink } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { TextField } from '@/components/TextField';
import { formatMoment } from '@/format/dates';
import { useListGestures } from '@/hooks/useInfiniteList';
import { DeskPage } from '../parts/DeskPage';
import { IssuedCode } from './IssuedCode';
import { standingOf, useMemberLinks } from './useMemberLinks';

function Codes() {
  const { list, words, setWords, issued, putAway, issue, withdraw, unlink } = useMemberLinks();
  const [unlinking, setUnlinking] = useState<MemberLink>();
  const [failure, setFailure] = useState<string>();
  useListGestures(list);
  const attempt = (change: Promise<unknown>) => {
    setFailure(undefined);
    change.catch((error: unknown) => setFailure(sentenceOf(error)));
  };
  return (
    <View className="lx-stack">
      {issued && <IssuedCode issued={issued} onPutAway={putAway} />}
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      <TextField
        id="codes-search"
        kind="search"
        label="搜索委员"
        placeholder="委员姓名或拼音首字母"
        value={words}
        onChange={setWords}
      />
      <InfiniteListView
        list={list}
        keyOf={(link) => link.memberId}
        label="委员关联情况"
        empty={<Empty title="没有找到委员" text="换个词试试，或先导入委员名册。" />}
      >
        {(link) => (
          <View className="lx-card lx-stack">
            <View className="lx-row">
              <View>{`${link.memberName}（${link.sectorName}）`}</View>
              <Tag tone={link.linkedAt ? 'good' : 'calm'}>{standingOf(link)}</Tag>
            </View>
            {link.codeExpiresAt && (
              <View className="lx-soft lx-small">{`码在 ${formatMoment(link.codeExpiresAt)} 到期`}</View>
            )}
            <View className="lx-row">
              {!link.linkedAt && (
                <Button size="small" label={`给${link.memberName}发关联码`} onTap={() => attempt(issue(link))}>
                  {link.codeId ? '重新发码' : '发关联码'}
                </Button>
              )}
              {link.codeId && (
                <Button size="small" label={`收回${link.memberName}的码`} onTap={() => attempt(withdraw(link))}>
                  收回
                </Button>
              )}
              {link.linkedAt && (
                <Button
                  size="small"
                  kind="danger"
                  label={`解除${link.memberName}的关联`}
                  onTap={() => setUnlinking(link)}
                >
                  解除关联
                </Button>
              )}
            </View>
          </View>
        )}
      </InfiniteListView>
      <ConfirmDialog
        open={unlinking !== undefined}
        title={`解除${unlinking?.memberName ?? ''}的关联？`}
        confirmWord="解除关联"
        danger
        onConfirm={async () => {
          if (unlinking) await unlink(unlinking);
        }}
        onClose={() => setUnlinking(undefined)}
      >
        该委员会立即退出登录，之后要用新的关联码才能再收信。
      </ConfirmDialog>
    </View>
  );
}

/** One-time codes by which members link their WeChat account to the directory. */
export default function CodesPage() {
  return (
    <DeskPage title="关联码" url="/office/codes/index">
      <Codes />
    </DeskPage>
  );
}
